//! Fields of the Service Advertisement Protocol.

use super::values;

fields! { crate::proto::Proto::Ipxsap =>
    REQUEST: "ipxsap.request", "Request", bool();
    RESPONSE: "ipxsap.response", "Response", bool();
    PACKET_TYPE: "ipxsap.packet_type", "SAP packet type", u16().values(&values::PACKET_TYPE);
    SERVER: "ipxsap.server", "Server", none();
    SERVER_TYPE: "ipxsap.server.type", "Server Type", u16().hex().values(&values::SERVER_TYPE);
    SERVER_NAME: "ipxsap.server.name", "Server Name", str();
    SERVER_NETWORK: "ipxsap.server.network", "Network", ipxnet();
    SERVER_NODE: "ipxsap.server.node", "Node", ether();
    SERVER_SOCKET: "ipxsap.server.socket", "Socket", u16().hex().values(&values::SERVER_SOCKET);
    SERVER_INTERMEDIATE_NETWORKS: "ipxsap.server.intermediate_networks", "Intermediate Networks", u16();
}
