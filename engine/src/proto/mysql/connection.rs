//! What is remembered of a connection.

use rustc_hash::FxHashMap;

use crate::proto::{Proto, dissect::Cx, recent::Recent};

/// Prepared statements remembered of a connection.
const MAX_STATEMENTS: usize = 1024;
/// Columns remembered of a result: MySQL has no more.
const MAX_COLUMNS: usize = 4096;

/// What comes next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Step {
    #[default]
    Undefined,
    Login,
    Request,
    ResponseOk,
    ResponseMessage,
    /// Header of a result.
    ResponseTabular,
    ResponseShowFields,
    /// Descriptions of columns, …
    Field,
    /// … then rows.
    Row,
    ResponsePrepare,
    PreparedParameters,
    PreparedFields,
    AuthSwitchRequest,
    AuthSwitchResponse,
    Binlog,
}

/// A column of a result.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub(super) kind: u8,
    pub(super) unsigned: bool,
}

/// A prepared statement.
#[derive(Clone, Debug, Default)]
pub(super) struct Statement {
    pub(super) params: u16,
    /// Numbers of parameters that were sent on their own.
    pub(super) streamed: Vec<u16>,
    /// Types of parameters that were sent for many sets of them.
    pub(super) types: Vec<Column>,
}

/// Capabilities of both ends: 16 bits of the protocol 4.0, 16 bits more of 4.1.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Caps {
    pub(super) base: u16,
    pub(super) ext: u16,
    pub(super) mariadb: u32,
}

/// Bits of [`Caps::base`].
pub(super) mod base {
    /// Long passwords; MariaDB leaves it out to be known.
    pub(in super::super) const LONG_PASSWORD: u16 = 1;
    pub(in super::super) const CONNECT_WITH_DB: u16 = 8;
    pub(in super::super) const COMPRESS: u16 = 0x20;
    pub(in super::super) const PROTOCOL_41: u16 = 0x200;
    pub(in super::super) const SSL: u16 = 0x800;
    pub(in super::super) const SECURE_CONNECTION: u16 = 0x8000;
}

/// Bits of [`Caps::ext`].
pub(super) mod ext {
    pub(in super::super) const PLUGIN_AUTH: u16 = 8;
    pub(in super::super) const CONNECT_ATTRS: u16 = 0x10;
    pub(in super::super) const SESSION_TRACK: u16 = 0x80;
    pub(in super::super) const DEPRECATE_EOF: u16 = 0x100;
    pub(in super::super) const ZSTD: u16 = 0x400;
    pub(in super::super) const QUERY_ATTRS: u16 = 0x800;
}

/// Bits of [`Caps::mariadb`].
pub(super) mod mariadb {
    pub(in super::super) const EXTENDED_METADATA: u32 = 8;
    pub(in super::super) const CACHE_METADATA: u32 = 16;
}

/// A connection.
#[derive(Clone, Debug, Default)]
pub(super) struct Conn {
    pub(super) step: Step,
    pub(super) server: Caps,
    pub(super) client: Caps,
    /// The client went over to TLS.
    pub(super) tls: bool,
    /// Compression is agreed on, and starts after the OK.
    pub(super) will_compress: bool,
    pub(super) compressed: bool,
    /// Descriptions of columns that are still to come, where their number is known.
    pub(super) fields_left: u64,
    /// Of the statement being prepared.
    pub(super) prepared_fields: u16,
    pub(super) columns: Vec<Column>,
    pub(super) statements: FxHashMap<u32, Statement>,
}

impl Conn {
    /// Whether both ends have one of these bits.
    pub(super) fn both_ext(&self, bits: u16) -> bool {
        self.server.ext & self.client.ext & bits != 0
    }

    /// Whether both ends, which are of MariaDB, have one of these bits.
    pub(super) fn both_mariadb(&self, bits: u32) -> bool {
        self.server.mariadb & self.client.mariadb & bits != 0
    }

    pub(super) fn add_column(&mut self, column: Column) {
        if self.columns.len() < MAX_COLUMNS {
            self.columns.push(column);
        }
    }

    pub(super) fn add_statement(&mut self, id: u32, params: u16) {
        if self.statements.len() >= MAX_STATEMENTS {
            self.statements.clear();
        }
        self.statements.insert(id, Statement { params, ..Statement::default() });
    }
}

/// Runs `look` on the current connection.
pub(super) fn with<T>(cx: &mut Cx<'_>, look: impl FnOnce(&mut Conn) -> T) -> T {
    match cx.info.flow {
        Some(flow) if !cx.info.in_error => {
            look(cx.state.of::<Recent<u32, Conn>>(Proto::Mysql).entry(flow.id, Conn::default))
        }
        _ => look(&mut Conn::default()),
    }
}
