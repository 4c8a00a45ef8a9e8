//! Fields of FTP.

use super::values;

fields! { crate::proto::Proto::Ftp =>
    CURRENT_WORKING_DIRECTORY: "ftp.current-working-directory", "Current working directory", str();
    RESPONSE: "ftp.response", "Response", bool();
    REQUEST: "ftp.request", "Request", bool();
    REQUEST_COMMAND: "ftp.request.command", "Request command", str();
    REQUEST_ARG: "ftp.request.arg", "Request arg", str();
    RESPONSE_CODE: "ftp.response.code", "Response code", u32().values(&values::RESPONSE_CODE);
    RESPONSE_ARG: "ftp.response.arg", "Response arg", str();
    PASSIVE_IP: "ftp.passive.ip", "Passive IP address", ipv4();
    PASSIVE_PORT: "ftp.passive.port", "Passive port", u16();
    PASSIVE_NAT: "ftp.passive.nat", "Passive IP NAT", bool();
    ACTIVE_CIP: "ftp.active.cip", "Active IP address", ipv4();
    ACTIVE_PORT: "ftp.active.port", "Active port", u16();
    ACTIVE_NAT: "ftp.active.nat", "Active IP NAT", bool();
    EPRT_AF: "ftp.eprt.af", "Extended active address family", u8().values(&values::EPRT_AF);
    EPRT_IP: "ftp.eprt.ip", "Extended active IP address", ipv4();
    EPRT_IPV6: "ftp.eprt.ipv6", "Extended active IPv6 address", ipv6();
    EPRT_PORT: "ftp.eprt.port", "Extended active port", u16();
    EPSV_IP: "ftp.epsv.ip", "Extended passive IPv4 address", ipv4();
    EPSV_IPV6: "ftp.epsv.ipv6", "Extended passive IPv6 address", ipv6();
    EPSV_PORT: "ftp.epsv.port", "Extended passive port", u16();
    COMMAND_RESPONSE_FIRST_FRAME_NUM: "ftp.command-response.first-frame-num", "Command response first frame", framenum();
    COMMAND_RESPONSE_LAST_FRAME_NUM: "ftp.command-response.last-frame-num", "Command response last frame", framenum();
    COMMAND_RESPONSE_DURATION: "ftp.command-response.duration", "Response duration", u32();
    COMMAND_RESPONSE_BITRATE: "ftp.command-response.bitrate", "Response bitrate", u32();
    COMMAND_RESPONSE_FRAMES: "ftp.command-response.frames", "Command response frames", u32();
    COMMAND_RESPONSE_BYTES: "ftp.command-response.bytes", "Command response bytes", u32();
    SETUP_FRAME: "ftp.setup-frame", "Setup frame", framenum();
    COMMAND_FRAME: "ftp.command-frame", "Command frame", framenum();
    COMMAND: "ftp.command", "Command", str();
    EPRT_ARGS_INVALID: "ftp.eprt.args_invalid", "EPRT arguments must have the form: |<family>|<addr>|<port>|", none();
    EPSV_ARGS_INVALID: "ftp.epsv.args_invalid", "EPSV arguments must have the form (|||<port>|)", none();
    RESPONSE_CODE_INVALID: "ftp.response.code.invalid", "Invalid response code", none();
    RESPONSE_PWD_INVALID: "ftp.response.pwd.invalid", "Invalid PWD response", none();
}
