//! Fields that often occur more than once in a frame.
//!
//! Counted over several hundred captures of all kinds: of the frames that have such a field, one in ten has it more than once.

/// Whether a field is a list.
pub(super) fn repeats(name: &str) -> bool {
    let (protocol, rest) = name.split_once('.').unwrap_or((name, ""));
    let row = NAMES.binary_search_by_key(&protocol, |row| row.0);
    row.is_ok_and(|row| NAMES[row].1.split_ascii_whitespace().any(|one| one == rest))
}

/// By protocol, what follows its name.
#[rustfmt::skip]
static NAMES: &[(&str, &str)] = &[
    ("_ws", "expert.group expert.message expert.severity"),
    ("ber", "bitstring.padding"),
    ("bgp", "ext_com.stype_tr_as2 ext_com.stype_tr_exp ext_com.type ext_com.type.auth ext_com.type.tran \
        ext_com.value_an4 ext_com.value_as2 label_stack length marker mp_reach_nlri_ipv4_prefix \
        path_attribute.cluster_id prefix_length rd type update.path_attribute.as_path_segment.as2 \
        update.path_attribute.as_path_segment.length update.path_attribute.as_path_segment.type \
        update.path_attribute.flags update.path_attribute.flags.extended_length \
        update.path_attribute.flags.optional update.path_attribute.flags.partial \
        update.path_attribute.flags.transitive update.path_attribute.flags.unused update.path_attribute.length \
        update.path_attribute.local_pref update.path_attribute.mp_reach_nlri.afi \
        update.path_attribute.mp_reach_nlri.nbr_snpa update.path_attribute.mp_reach_nlri.next_hop \
        update.path_attribute.mp_reach_nlri.next_hop.ipv4 update.path_attribute.mp_reach_nlri.next_hop.rd \
        update.path_attribute.mp_reach_nlri.safi update.path_attribute.multi_exit_disc \
        update.path_attribute.next_hop update.path_attribute.origin update.path_attribute.originator_id \
        update.path_attribute.type_code update.path_attributes.length update.withdrawn_routes.length"),
    ("cdp", "address_length cluster.unknown ip_prefix nrgyz.ip_address number_of_addresses power_available \
        protocol protocol_length protocol_type software_version tlv.len tlv.type"),
    ("cfp", "eid ig lid ooodl sswid swid ul"),
    ("cotp", "parameter_code parameter_length parameter_value"),
    ("cql", "string string_length"),
    ("dccp", "feature_number option_type padding"),
    ("dcerpc", "cn_ack_result cn_ack_trans_id cn_ack_trans_ver cn_bind_if_ver cn_bind_if_ver_minor \
        cn_bind_to_uuid cn_bind_trans_id cn_bind_trans_ver cn_num_trans_items"),
    ("dhcp", "hw.mac_addr option.length option.request_list_item option.type option.value"),
    ("dhcpv6", "duidll.hwtype duidll.link_layer_addr option.length option.type option.type_str \
        requested_option_code"),
    ("dnp", "data_chunk data_chunk.CRC data_chunk.CRC.status data_chunk_len"),
    ("dnp3", "addr al.ana.int al.anaout.int al.cnt al.obj al.objq.prefix al.objq.range al.point_index \
        al.range.start al.range.stop"),
    ("dns", "a aaaa cname data ns nsec.next_domain_name ptr.domain_name qry.qu resp.cache_flush resp.class \
        resp.len resp.name resp.ttl resp.type svcb.svcparam.alpn.length txt txt.length"),
    ("dtls", "handshake.cert_type handshake.ciphersuite handshake.extension.len handshake.extension.type \
        handshake.extensions_alpn_str handshake.extensions_alpn_str_len handshake.extensions_ec_point_format \
        handshake.extensions_supported_group handshake.fragment_length handshake.fragment_offset \
        handshake.length handshake.message_seq handshake.sig_hash_alg handshake.sig_hash_hash \
        handshake.sig_hash_sig handshake.type record.content_type record.epoch record.length \
        record.sequence_number record.version use_srtp.protection_profile"),
    ("frame", "comment"),
    ("geneve", "option option.class option.flags option.flags.reserved option.length option.type \
        option.type.critical option.unknown.data"),
    ("git", "data length packet_type"),
    ("http", "chunk_boundary chunk_data chunk_size cookie_pair request.line request.uri.query.parameter \
        response.line unknown_header"),
    ("http2", "flags flags.ack.settings flags.end_stream flags.padded flags.unused_settings header.index \
        header.name header.name.length header.repr header.unescaped header.value header.value.length length \
        pad_length r rst_stream.error settings.id streamid type"),
    ("http3", "frame_length frame_payload frame_type settings.id settings.value stream_type"),
    ("icmpv6", "mldr.mar.aux_data_len mldr.mar.multicast_address mldr.mar.nb_sources mldr.mar.record_type \
        mldr.mar.source_address ni.reply.ipv4_address ni.reply.node_ttl opt.length opt.prefix opt.prefix.length \
        opt.rdnss opt.type"),
    ("igmp", "reserved"),
    ("image-gif", "data_block extension.label global.bpp image.code_size image.height image.left image.top \
        image.width local.color_bpp local.color_map.ordered local.color_map.present"),
    ("image-jfif", "identifier length marker remain_seg_data sof.c_i sof.h_i sof.tq_i sof.v_i \
        sos.ac_entropy_selector sos.component_selector sos.dc_entropy_selector"),
    ("imap", "line response response_tag"),
    ("imf", "address address_list.item display_name extension extension.type extension.value mailbox_list.item \
        received"),
    ("ip", "empty_rt empty_rt_host fragment"),
    ("ipv6", "dstopts.len dstopts.len_oct dstopts.nxt fragment opt.length opt.type opt.type.action \
        opt.type.change opt.type.rest routing.len routing.len_oct routing.nxt routing.segleft routing.src.addr \
        routing.src.reserved routing.type"),
    ("irc", "ctcp request.command_parameter request.trailer response response.command response.command_parameter \
        response.num_command response.prefix response.trailer"),
    ("isakmp", "criticalpayload ike.attr.authentication_method ike.attr.encryption_algorithm ike.attr.format \
        ike.attr.group_description ike.attr.hash_algorithm ike.attr.key_length ike.attr.life_duration \
        ike.attr.life_type ike.attr.type ike.attr.value ike.nat_hash nextpayload notify.data \
        notify.data.signature_hash_algorithms notify.msgtype notify.protoid payloadlength reserved reserved7 \
        spisize tf.type trans.id trans.number typepayload vid_bytes vid_string"),
    ("isis", "csnp.lsp_checksum csnp.lsp_id csnp.lsp_remain_life csnp.lsp_seq_num hello.clv.length \
        hello.clv.type hello.reserved lsp.clv.length lsp.clv.type lsp.eis_neighbors.default_metric \
        lsp.eis_neighbors.default_metric_ie lsp.eis_neighbors.delay_metric lsp.eis_neighbors.delay_metric_ie \
        lsp.eis_neighbors.error_metric lsp.eis_neighbors.error_metric_ie \
        lsp.eis_neighbors.error_metric_supported lsp.eis_neighbors.expense_metric \
        lsp.eis_neighbors.expense_metric_ie lsp.eis_neighbors.expense_metric_supported \
        lsp.eis_neighbors.is_neighbor lsp.eis_neighbors_delay_metric.supported lsp.ext_is_reachability.code \
        lsp.ext_is_reachability.is_neighbor_id lsp.ext_is_reachability.length lsp.ext_is_reachability.metric \
        lsp.ext_is_reachability.subclvs_length lsp.ip_reachability.default_metric \
        lsp.ip_reachability.default_metric_ie lsp.ip_reachability.delay_metric \
        lsp.ip_reachability.delay_metric_ie lsp.ip_reachability.delay_metric_support \
        lsp.ip_reachability.distribution lsp.ip_reachability.error_metric lsp.ip_reachability.error_metric_ie \
        lsp.ip_reachability.error_metric_support lsp.ip_reachability.expense_metric \
        lsp.ip_reachability.expense_metric_ie lsp.ip_reachability.expense_metric_support \
        lsp.ip_reachability.ipv4_prefix lsp.overload lsp.spb.link_metric lsp.spb.port_count lsp.spb.port_id"),
    ("json", "key member member_with_value path path_with_value value.number value.string"),
    ("kafka", "api_versions.api_key api_versions.max_version api_versions.min_version error node_id offset"),
    ("kerberos", "ENCTYPE SNameString cipher etype kvno msg_type name_type padata_type padata_value pvno realm \
        sname_string"),
    ("knxip", "data"),
    ("ldap", "AttributeDescription AttributeValue LDAPURL and_item assertionValue attributeDesc controlType \
        controlValue guid matchValue matchingRule messageID not objectName oid or_item protocolOp response_to \
        searchResRef time type vals"),
    ("ldp", "hdr.ldpid.lsid hdr.ldpid.lsr hdr.pdu_len hdr.version msg.id msg.len msg.tlv.addrl.addr \
        msg.tlv.fec.af msg.tlv.fec.len msg.tlv.fec.pfval msg.tlv.fec.type msg.tlv.generic.label msg.tlv.len \
        msg.tlv.type msg.tlv.unknown msg.type msg.ubit"),
    ("lisp", "loc.afi loc.flags loc.flags.local loc.flags.probe loc.flags.reach loc.flags.res loc.locator \
        loc.multicast_priority loc.multicast_weight loc.priority loc.weight mapping.act mapping.auth \
        mapping.eid.afi mapping.eid.ipv4 mapping.eid.ipv6 mapping.eid.masklen mapping.loccnt mapping.res1 \
        mapping.res2 mapping.ttl mapping.ver"),
    ("lldp", "dcbx.feature.pg.per0 dcbx.feature.pg.per1 dcbx.feature.pg.per2 dcbx.feature.pg.per3 \
        dcbx.feature.pg.per4 dcbx.feature.pg.per5 dcbx.feature.pg.per6 dcbx.feature.pg.per7 \
        dcbx.feature.pg.pgid_prio0 dcbx.feature.pg.pgid_prio1 dcbx.feature.pg.pgid_prio2 \
        dcbx.feature.pg.pgid_prio3 dcbx.feature.pg.pgid_prio4 dcbx.feature.pg.pgid_prio5 \
        dcbx.feature.pg.pgid_prio6 dcbx.feature.pg.pgid_prio7 dcbx.ieee.ets.tsa0 dcbx.ieee.ets.tsa1 \
        dcbx.ieee.ets.tsa2 dcbx.ieee.ets.tsa3 dcbx.ieee.ets.tsa4 dcbx.ieee.ets.tsa5 dcbx.ieee.ets.tsa6 \
        dcbx.ieee.ets.tsa7 ieee.802_1.subtype ieee.802_3.subtype mgn.address.len mgn.address.subtype \
        mgn.interface.number mgn.interface.subtype mgn.obj.len orgtlv.oui tlv.len tlv.type"),
    ("mariadb", "length prefix"),
    ("megaco", "pkgdname requestid"),
    ("mime_multipart", "boundary header.content-disposition header.content-transfer-encoding header.content-type \
        part type"),
    ("modbus", "bitnum bitval"),
    ("mqtt", "dupflag property_id property_len qos retain_reserved topic topic_len"),
    ("mysql", "caps.pm connattrs.name connattrs.name.length connattrs.value connattrs.value.length eof \
        field.catalog field.charsetnr field.db field.decimals field.default field.flags \
        field.flags.auto_increment field.flags.blob field.flags.enum field.flags.multiple_key \
        field.flags.not_null field.flags.primary_key field.flags.set field.flags.timestamp \
        field.flags.unique_key field.flags.unsigned field.flags.zero_fill field.length field.name field.org_name \
        field.org_table field.table field.type packet_length packet_number query_attr_name query_attr_name_type \
        query_attr_value response_code row.text server_status session_track.length session_track.type stat.ac \
        stat.bi stat.bs stat.cr stat.dr stat.it stat.lr stat.mc stat.mr stat.mu stat.ni stat.ps_out_params \
        stat.query_was_slow stat.session_state_changed stat.trans_readonly warnings"),
    ("nbns", "class name type"),
    ("netbios", "nb_name nb_name_type"),
    ("nfs", "atime.nsec attributes_follow ctime ctime.nsec ctime.sec fattr3.fileid fattr3.fsid fattr3.gid \
        fattr3.nlink fattr3.size fattr3.type fattr3.uid fattr3.used fh.length handle_follow mode3 mode3.rgrp \
        mode3.roth mode3.rusr mode3.sgid mode3.sticky mode3.suid mode3.wgrp mode3.woth mode3.wusr mode3.xgrp \
        mode3.xoth mode3.xusr mtime mtime.nsec mtime.sec readdir.entry.cookie readdir.entry.fileid \
        readdir.entry.name readdirplus.entry.cookie readdirplus.entry.fileid readdirplus.entry.name set_it \
        specdata1 specdata2 wcc_attr.size"),
    ("nmpi", "ipx_network"),
    ("nsh", "contextheader"),
    ("ntlmssp", "blob.length blob.maxlen blob.offset challenge.target_info.item.length \
        challenge.target_info.item.type ntlmv2_response.item.length ntlmv2_response.item.type ntlmv2_response.z \
        string.length string.maxlen string.offset"),
    ("openvpn", "fragment fragment_bytes keyid mpid mpidarrayelement mpidarraylength opcode plen rsessionid \
        sessionid type"),
    ("ospf", "advrouter hello.active_neighbor link_state_id lsa lsa.age lsa.asext lsa.asext.extrttag \
        lsa.asext.fwdaddr lsa.asext.netmask lsa.asext.type lsa.chksum lsa.donotage lsa.id lsa.length lsa.network \
        lsa.network.attchrtr lsa.number_of_links lsa.router lsa.router.linkdata lsa.router.linkid \
        lsa.router.linktype lsa.router.metric0 lsa.router.nummetrics lsa.seqnum lsa.tos metric prefix_length \
        reserved tlv_length tlv_type v2.options v2.options.dc v2.options.dn v2.options.e v2.options.l \
        v2.options.mc v2.options.mt v2.options.n v2.options.o v2.router.lsa.flags v2.router.lsa.flags.b \
        v2.router.lsa.flags.e v2.router.lsa.flags.h v2.router.lsa.flags.n v2.router.lsa.flags.v \
        v2.router.lsa.flags.w v3.address_prefix.ipv6 v3.lsa v3.lsa.attached_router v3.lsa.do_not_age v3.lsa.fc \
        v3.lsa.interprefix v3.lsa.intraprefix v3.lsa.link v3.lsa.link_local_interface_address.ipv6 \
        v3.lsa.num_prefixes v3.lsa.referenced_advertising_router v3.lsa.referenced_link_state_id \
        v3.lsa.referenced_ls_type v3.lsa.router v3.lsa.router_priority v3.lsa.s12 v3.lsa.u v3.options \
        v3.options.af v3.options.at v3.options.dc v3.options.e v3.options.l v3.options.mc v3.options.n \
        v3.options.r v3.options.v6 v3.prefix.options v3.prefix.options.la v3.prefix.options.mc \
        v3.prefix.options.nu v3.prefix.options.p"),
    ("pgsql", "authtype col.index col.name col.typemod field.count format frontend length oid.table oid.type \
        parameter_name parameter_value portal statement type val.data val.length"),
    ("pim", "addr_address_family addr_encoding_type group group_addr.flags group_addr.flags.b \
        group_addr.flags.reserved group_addr.flags.z group_set join_ip mask_len numjoins numprunes optionlength \
        optiontype res_bytes source source_addr.flags source_addr.flags.r source_addr.flags.reserved \
        source_addr.flags.s source_addr.flags.w"),
    ("pkcs1", "ECParameters modulus namedCurve publicExponent"),
    ("pkix1explicit", "DirectoryString"),
    ("pkix1implicit", "AuthorityInfoAccessSyntax accessLocation accessMethod bmpString explicitText"),
    ("png", "chunk.crc chunk.flag.ancillary chunk.flag.private chunk.flag.stc chunk.len chunk.type"),
    ("pop", "response.data"),
    ("portmap", "procedure_v2"),
    ("ppi", "field_len field_type"),
    ("pppoed", "tag tag_length"),
    ("protobuf", "field.name field.number field.value field.value.length field.wiretype"),
    ("quic", "ack.ecn_ce_count ack.ect0_count ack.ect1_count crypto.length crypto.offset frame_type \
        nci.connection_id nci.connection_id.length nci.retire_prior_to nci.sequence nci.stateless_reset_token \
        padding_length scid stream.direction stream.fin stream.initiator stream.len stream.length stream.off \
        stream.offset stream.stream_id stream_data"),
    ("radiotap", "present.0_length.psdu present.ampdu present.antenna present.channel present.data_retries \
        present.db_antnoise present.db_antsignal present.db_tx_attenuation present.dbm_antnoise \
        present.dbm_antsignal present.dbm_tx_power present.ext present.fcs present.fhss present.flags present.he \
        present.he_mu present.l_sig present.lock_quality present.mcs present.rate present.rtap_ns \
        present.rxflags present.timestamp present.tlv present.tsft present.tx_attenuation present.txflags \
        present.vendor_ns present.vht present.word present.xchannel"),
    ("radius", "Basic_Location_Policy_Rules Error_Cause Unknown_Attribute avp avp.length avp.type"),
    ("rdp", "fastpath.clienteventcode fastpath.eventflags fastpath.eventheader fastpath.qoe.timestamp \
        fastpath.scancode.extended fastpath.scancode.extended1 fastpath.scancode.keycode \
        fastpath.scancode.release fastpath.sync.capslock fastpath.sync.kanalock fastpath.sync.numlock \
        fastpath.sync.scrolllock fastpath.unicode.code fastpath.unicode.release pointer.xpos pointer.ypos \
        pointerflags pointerflags.button1 pointerflags.button2 pointerflags.button3 pointerflags.down \
        pointerflags.hwheel pointerflags.move pointerflags.wheel pointerflags.wheelnegative \
        pointerflags.wheelrotation pointerx.xpos pointerx.ypos pointerxflags pointerxflags.button1 \
        pointerxflags.button2 pointerxflags.down"),
    ("resp", "array.length bulk_string.length bulk_string.value integer string"),
    ("ripng", "rte.ipv6_prefix rte.metric rte.prefix_length rte.route_tag"),
    ("rpc", "auth.flavor auth.gid auth.length fill_bytes fraglen lastfrag msgtyp opaque_length procedure program \
        programversion value_follows version xid"),
    ("rtp", "ext.rfc5285.data ext.rfc5285.id ext.rfc5285.len"),
    ("sctp", "chunk_bit_1 chunk_bit_2 chunk_flags chunk_length chunk_type data_b_bit data_e_bit data_i_bit \
        data_payload_proto_id data_sid data_ssn data_tsn data_tsn_raw data_u_bit parameter_bit_1 parameter_bit_2 \
        parameter_ipv4_address parameter_length parameter_type"),
    ("sdp", "connection_info connection_info.address connection_info.address_type connection_info.network_type \
        invalid media media.format media.media media.port media.port_string media.proto media_attr \
        media_attribute.field media_attribute.value mime.type owner owner.address owner.address_type \
        owner.network_type owner.sessionid owner.username owner.version repeat_time.offset sample_rate \
        session_attr session_attr.field session_attr.value session_name time time.start time.stop version"),
    ("sip", "Via Via.branch Via.sent-by.address Via.transport display.info tag"),
    ("skinny", "callReference callState data_length hdr_version lineInstance messageId precedenceDomain \
        precedenceLevel privacy tone"),
    ("smb", "buffer_format cmd dialect dialect.name reserved"),
    ("smb2", "allocation_size create.time dialect eof file_attribute file_attribute.archive \
        file_attribute.compressed file_attribute.directory file_attribute.encrypted file_attribute.hidden \
        file_attribute.integrity_stream file_attribute.no_scrub_data file_attribute.normal \
        file_attribute.not_content_indexed file_attribute.offline file_attribute.read_only \
        file_attribute.reparse file_attribute.sparse file_attribute.system file_attribute.temporary \
        last_access.time last_change.time last_write.time olb.length olb.offset reserved"),
    ("smtp", "data.fragment"),
    ("socks", "auth_method"),
    ("spnego", "MechType"),
    ("ssh", "message_code mpint_length packet_length padding_length padding_string seq_num"),
    ("stun", "att.family att.ipv4 att.length att.padding att.port att.type att.type.assignment \
        att.type.comprehension attribute"),
    ("sysdig", "param.len"),
    ("tcp", "option_kind option_len options.eol options.nop options.rvbd.probe options.rvbd.probe.type1 \
        options.rvbd.probe.version options.sack_le options.sack_re pdu.size segment segment_data"),
    ("telnet", "cmd option_data string_subopt.value subcmd"),
    ("tftp", "option.name option.value"),
    ("thrift", "binary bool fid i16 i32 i64 i8 str_len string type"),
    ("tls", "early_data.max_early_data_size handshake.cert_type handshake.certificate \
        handshake.certificate_length handshake.ciphersuite handshake.dname_len handshake.extension.data \
        handshake.extension.len handshake.extension.type handshake.extensions.supported_version \
        handshake.extensions_alpn_str handshake.extensions_alpn_str_len handshake.extensions_ec_point_format \
        handshake.extensions_key_share_group handshake.extensions_key_share_key_exchange \
        handshake.extensions_key_share_key_exchange_length handshake.extensions_supported_group \
        handshake.fragment handshake.length handshake.sig_hash_alg handshake.sig_hash_hash \
        handshake.sig_hash_sig handshake.type quic.parameter.length quic.parameter.type quic.parameter.value \
        quic.parameter.vi.other_version record.content_type record.length record.opaque_type record.version \
        sct.sct_extensions_length sct.sct_length sct.sct_logid sct.sct_signature sct.sct_signature_length \
        sct.sct_timestamp sct.sct_version stream"),
    ("tns", "connect_flags.enablena connect_flags.ichg connect_flags.nalink connect_flags.nareq \
        connect_flags.wantna data_setp_req.acc_vers"),
    ("uds", "diag_addr diag_addr_name"),
    ("urlencoded-form", "key value"),
    ("vlan", "etype"),
    ("vnc", "client_set_encodings_encoding_type security_type"),
    ("websocket", "fragment"),
    ("whois", "answer"),
    ("wlan", "addr addr_resolved extended_supported_rates supported_rates tag.length tag.number"),
    ("wpan", "header_ie.id header_ie.length header_ie.type header_ie_tlv"),
    ("x509af", "algorithm.id critical encrypted extension.id extensions generalizedTime issuer notAfter \
        notBefore rdnSequence serialNumber subject subjectPublicKey utcTime version"),
    ("x509ce", "CRLDistPointsSyntax CertificatePoliciesSyntax GeneralName KeyPurposeIDs KeyPurposeId KeyUsage \
        KeyUsage.cRLSign KeyUsage.contentCommitment KeyUsage.dataEncipherment KeyUsage.decipherOnly \
        KeyUsage.digitalSignature KeyUsage.encipherOnly KeyUsage.keyAgreement KeyUsage.keyCertSign \
        KeyUsage.keyEncipherment SubjectKeyIdentifier authorityCertIssuer authorityCertSerialNumber cA dNSName \
        directoryName distributionPoint fullName id keyIdentifier pathLenConstraint policyIdentifier \
        policyQualifiers uniformResourceIdentifier"),
    ("x509if", "RDNSequence_item oid rdnSequence"),
    ("x509sat", "CountryName DirectoryString IA5String Integer PrintableString printableString teletexString \
        uTF8String"),
    ("xml", "attribute cdata comment tag unknown"),
    ("xmpp", "query.feature query.identity.category query.identity.type query.item.jid xmlns"),
];
