//! Fields of the mount protocol.

fields! { crate::proto::Proto::Mount =>
    PROCEDURE_V1: "mount.procedure_v1", "V1 Procedure", u32().values(&PROCEDURE_V1);
    PROCEDURE_V2: "mount.procedure_v2", "V2 Procedure", u32().values(&PROCEDURE_V2);
    PROCEDURE_V3: "mount.procedure_v3", "V3 Procedure", u32().values(&PROCEDURE_V3);
    PROCEDURE_SGI_V1: "mount.procedure_sgi_v1", "SGI V1 procedure", u32().values(&PROCEDURE_SGI_V1);
    PATH: "mount.path", "Path", str();
    STATUS: "mount.status", "Status", u32().values(&STATUS);
    DUMP_HOSTNAME: "mount.dump.hostname", "Hostname", str();
    DUMP_DIRECTORY: "mount.dump.directory", "Directory", str();
    DUMP_ENTRY: "mount.dump.entry", "Mount List Entry", none();
    EXPORT_GROUP: "mount.export.group", "Group", str();
    EXPORT_GROUPS: "mount.export.groups", "Groups", none();
    EXPORT_HAS_OPTIONS: "mount.export.has_options", "Has options", u32();
    EXPORT_OPTIONS: "mount.export.options", "Options", str();
    EXPORT_DIRECTORY: "mount.export.directory", "Directory", str();
    EXPORT_ENTRY: "mount.export.entry", "Export List Entry", none();
    PATHCONF_LINK_MAX: "mount.pathconf.link_max", "Maximum number of links to a file", u32();
    PATHCONF_MAX_CANON: "mount.pathconf.max_canon", "Maximum terminal input line length", u16();
    PATHCONF_MAX_INPUT: "mount.pathconf.max_input", "Terminal input buffer size", u16();
    PATHCONF_NAME_MAX: "mount.pathconf.name_max", "Maximum file name length", u16();
    PATHCONF_PATH_MAX: "mount.pathconf.path_max", "Maximum path name length", u16();
    PATHCONF_PIPE_BUF: "mount.pathconf.pipe_buf", "Pipe buffer size", u16();
    PATHCONF_VDISABLE_CHAR: "mount.pathconf.vdisable_char", "VDISABLE character", u8().hex();
    PATHCONF_MASK: "mount.pathconf.mask", "Reply error/status bits", u16().hex();
    PATHCONF_MASK_ERROR_ALL: "mount.pathconf.mask.error_all", "ERROR_ALL", bool().mask(0x1).words("All info invalid", "Some or all info valid");
    PATHCONF_MASK_ERROR_LINK_MAX: "mount.pathconf.mask.error_link_max", "ERROR_LINK_MAX", bool().mask(0x2).words("LINK_MAX invalid", "LINK_MAX valid");
    PATHCONF_MASK_ERROR_MAX_CANON: "mount.pathconf.mask.error_max_canon", "ERROR_MAX_CANON", bool().mask(0x4).words("MAX_CANON invalid", "MAX_CANON valid");
    PATHCONF_MASK_ERROR_MAX_INPUT: "mount.pathconf.mask.error_max_input", "ERROR_MAX_INPUT", bool().mask(0x8).words("MAX_INPUT invalid", "MAX_INPUT valid");
    PATHCONF_MASK_ERROR_NAME_MAX: "mount.pathconf.mask.error_name_max", "ERROR_NAME_MAX", bool().mask(0x10).words("NAME_MAX invalid", "NAME_MAX valid");
    PATHCONF_MASK_ERROR_PATH_MAX: "mount.pathconf.mask.error_path_max", "ERROR_PATH_MAX", bool().mask(0x20).words("PATH_MAX invalid", "PATH_MAX valid");
    PATHCONF_MASK_ERROR_PIPE_BUF: "mount.pathconf.mask.error_pipe_buf", "ERROR_PIPE_BUF", bool().mask(0x40).words("PIPE_BUF invalid", "PIPE_BUF valid");
    PATHCONF_MASK_CHOWN_RESTRICTED: "mount.pathconf.mask.chown_restricted", "CHOWN_RESTRICTED", bool().mask(0x80).words("Only a privileged user can change the ownership of a file", "Users may give away their own files");
    PATHCONF_MASK_NO_TRUNC: "mount.pathconf.mask.no_trunc", "NO_TRUNC", bool().mask(0x100).words("File names that are too long will get an error", "File names that are too long will be truncated");
    PATHCONF_MASK_ERROR_VDISABLE: "mount.pathconf.mask.error_vdisable", "ERROR_VDISABLE", bool().mask(0x200).words("VDISABLE invalid", "VDISABLE valid");
    STATVFS_F_BSIZE: "mount.statvfs.f_bsize", "Block size", u32();
    STATVFS_F_FRSIZE: "mount.statvfs.f_frsize", "Fragment size", u32();
    STATVFS_F_BLOCKS: "mount.statvfs.f_blocks", "Blocks", u32();
    STATVFS_F_BFREE: "mount.statvfs.f_bfree", "Blocks Free", u32();
    STATVFS_F_BAVAIL: "mount.statvfs.f_bavail", "Blocks Available", u32();
    STATVFS_F_FILES: "mount.statvfs.f_files", "Files", u32();
    STATVFS_F_FFREE: "mount.statvfs.f_ffree", "Files Free", u32();
    STATVFS_F_FAVAIL: "mount.statvfs.f_favail", "Files Available", u32();
    STATVFS_F_FSID: "mount.statvfs.f_fsid", "File system ID", u32();
    STATVFS_F_BASETYPE: "mount.statvfs.f_basetype", "Type", str();
    STATVFS_F_FLAG: "mount.statvfs.f_flag", "Flags", u32().hex();
    STATVFS_F_FLAG_ST_RDONLY: "mount.statvfs.f_flag.st_rdonly", "ST_RDONLY", bool().mask(0x1).words("Read-only file system", "Read/Write file system");
    STATVFS_F_FLAG_ST_NOSUID: "mount.statvfs.f_flag.st_nosuid", "ST_NOSUID", bool().mask(0x2).words("Does not support setuid/setgid semantics", "Supports setuid/setgid semantics");
    STATVFS_F_FLAG_ST_NOTRUNC: "mount.statvfs.f_flag.st_notrunc", "ST_NOTRUNC", bool().mask(0x4).words("Does not truncate filenames longer than NAME_MAX", "Truncates filenames longer than NAME_MAX");
    STATVFS_F_FLAG_ST_NODEV: "mount.statvfs.f_flag.st_nodev", "ST_NODEV", bool().mask(0x20000000).words("Disallows opening of device files", "Allows opening of device files");
    STATVFS_F_FLAG_ST_GRPID: "mount.statvfs.f_flag.st_grpid", "ST_GRPID", bool().mask(0x40000000).words("Group ID assigned from directory", "Group ID not assigned from directory");
    STATVFS_F_FLAG_ST_LOCAL: "mount.statvfs.f_flag.st_local", "ST_LOCAL", bool().mask(0x80000000).words("File system is local", "File system is not local");
    STATVFS_F_NAMEMAX: "mount.statvfs.f_namemax", "Maximum file name length", u32();
    STATVFS_F_FSTR: "mount.statvfs.f_fstr", "File system specific string", bytes();
    FLAVORS: "mount.flavors", "Flavors", u32();
    FLAVOR: "mount.flavor", "Flavor", u32().values(&FLAVOR);
}

values! {
    PROCEDURE_V1 {
        0 => "NULL", 1 => "MNT", 2 => "DUMP", 3 => "UMNT", 4 => "UMNTALL", 5 => "EXPORT", 6 => "EXPORTALL",
    }
    PROCEDURE_V2 {
        0 => "NULL", 1 => "MNT", 2 => "DUMP", 3 => "UMNT", 4 => "UMNTALL", 5 => "EXPORT", 6 => "EXPORTALL",
        7 => "PATHCONF",
    }
    PROCEDURE_V3 {
        0 => "NULL", 1 => "MNT", 2 => "DUMP", 3 => "UMNT", 4 => "UMNTALL", 5 => "EXPORT",
    }
    PROCEDURE_SGI_V1 {
        0 => "NULL", 1 => "MNT", 2 => "DUMP", 3 => "UMNT", 4 => "UMNTALL", 5 => "EXPORT", 6 => "EXPORTALL",
        99 => "EXPORTLIST", 100 => "STATVFS",
    }
    STATUS {
        0 => "OK", 1 => "ERR_PERM", 2 => "ERR_NOENT", 5 => "ERR_IO", 13 => "ERR_ACCESS", 20 => "ERR_NOTDIR",
        22 => "ERR_INVAL", 63 => "ERR_NAMETOOLONG", 10004 => "ERR_NOTSUPP", 10006 => "ERR_SERVERFAULT",
    }
    FLAVOR {
        0 => "AUTH_NULL", 1 => "AUTH_UNIX", 2 => "AUTH_SHORT", 3 => "AUTH_DES", 5 => "AUTH_RSA/Gluster",
        6 => "RPCSEC_GSS", 300001 => "AUTH_GSSAPI", 390003 => "RPCSEC_GSS_KRB5", 390004 => "RPCSEC_GSS_KRB5I",
        390005 => "RPCSEC_GSS_KRB5P", 390006 => "RPCSEC_GSS_LIPKEY", 390007 => "RPCSEC_GSS_LIPKEY_I",
        390008 => "RPCSEC_GSS_LIPKEY_P", 390009 => "RPCSEC_GSS_SPKM3", 390010 => "RPCSEC_GSS_SPKM3I",
        390011 => "RPCSEC_GSS_SPKM3P", 390039 => "AUTH_GLUSTERFS",
    }
}
