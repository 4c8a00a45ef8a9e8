//! Names of values in DHCP.

values! {
    CLIENT_ID_DUID_TYPE {
        1 => "link-layer address plus time", 2 => "assigned by vendor based on Enterprise number",
        3 => "link-layer address",
    }
    DOCSIS_CM_CAP_TYPE {
        1 => "Concatenation Support", 2 => "DOCSIS Version", 3 => "Fragmentation Support",
        4 => "Payload Header Suppression Support", 5 => "IGMP Support", 6 => "Privacy Support",
        7 => "Downstream SAID Support", 8 => "Upstream Service Flow Support", 9 => "Optional Filtering Support",
        10 => "Transmit Equalizer Taps per Modulation Interval", 11 => "Number of Transmit Equalizer Taps",
        12 => "DCC Support", 13 => "IP Filters Support", 14 => "LLC Filters Support",
        15 => "Expanded Unicast SID Space", 16 => "Ranging Hold-Off Support", 17 => "L2VPN Capability",
        18 => "L2VPN eSAFE Host Capability", 19 => "Downstream Unencrypted Traffic (DUT) Filtering",
        20 => "Upstream Frequency Range Support", 21 => "Upstream Symbol Rate Support",
        22 => "Selectable Active Code Mode 2 Support", 23 => "Code Hopping Mode 2 Support",
        24 => "Multiple Transmit Channel Support", 25 => "5.12 Msps Upstream Transmit Channel Support",
        26 => "2.56 Msps Upstream Transmit Channel Support", 27 => "Total SID Cluster Support",
        28 => "SID Clusters per Service Flow Support", 29 => "Multiple Receive Channel Support",
        30 => "Total Downstream Service ID (DSID) Support", 31 => "Resequencing Downstream Service ID (DSID) Support",
        32 => "Multicast Downstream Service ID (DSID) Support", 33 => "Multicast DSID Forwarding",
        34 => "Frame Control Type Forwarding Capability", 35 => "DPV Capability",
        36 => "Unsolicited Grant Service/Upstream Service Flow Support", 37 => "MAP and UCD Receipt Support",
        38 => "Upstream Drop Classifier Support", 39 => "IPv6 Support",
        40 => "Extended Upstream Transmit Power Capability (1/4 dB)",
        41 => "Optional 802.1ad, 802.1ah, MPLS Classification Support", 42 => "D-ONU Capabilities Encoding",
        44 => "Energy Management Capabilities",
    }
    OPTION_AGENT_INFORMATION_OPTION_SUBOPTION {
        0 => "Padding", 1 => "Agent Circuit ID", 2 => "Agent Remote ID", 3 => "Reserved", 4 => "DOCSIS Device Class",
        5 => "Link selection", 6 => "Subscriber ID", 7 => "RADIUS Attributes", 8 => "Authentication",
        9 => "Vendor-Specific Information", 10 => "Flags", 11 => "Server ID Override", 12 => "Relay Agent Identifier",
        13 => "Access Technology Type", 14 => "Access Network Name", 15 => "Access Point Name",
        16 => "Access Point BSSID", 17 => "Access Network Operator ID", 18 => "Access Network Operator Realm",
        19 => "Source Port", 150 => "Link selection (Cisco proprietary)", 151 => "VRF name/VPN ID",
        152 => "Server ID Override (Cisco proprietary)",
    }
    OPTION_AGENT_INFORMATION_OPTION_VI_CL_TAG {
        1 => "CMTS DOCSIS version number", 2 => "DPOE System version number",
        4 => "DPOE System DHCPv4 PBB service option", 5 => "Service Class or QoS Profile Name",
        6 => "MSO Defined Text", 7 => "Secure File Transfer URI",
    }
    OPTION_BULK_LEASE_DHCP_STATE {
        1 => "Available", 2 => "Active", 3 => "Expired", 4 => "Released", 5 => "Abandoned", 6 => "Reset",
        7 => "Remote", 8 => "Transitioning",
    }
    OPTION_BULK_LEASE_STATUS_CODE {
        0 => "Success", 1 => "UpsecFail", 2 => "QueryTerminated", 3 => "MalformedQuery", 4 => "NotAllowed",
        5 => "DataMissing", 6 => "ConnectionActive", 7 => "CatchUpComplete", 8 => "TLSConnectionRefused",
    }
    OPTION_CIVIC_LOCATION_CA_TYPE {
        0 => "Language", 1 => "A1", 2 => "A2", 3 => "A3", 4 => "A4", 5 => "A5", 6 => "A6",
        16 => "PRD (Leading street direction)", 17 => "POD (Trailing street suffix)", 18 => "STS (Street suffix)",
        19 => "HNO (House number)", 20 => "HNS (House number suffix)", 21 => "LMK (Landmark or vanity address)",
        22 => "LOC (Additional location information)", 23 => "NAM", 24 => "PC (Postal/ZIP code)",
        25 => "BLD (Building)", 26 => "UNIT", 27 => "FLR (Floor)", 28 => "ROOM", 29 => "PLC (Place-type)",
        30 => "PCN (Postal community name)", 31 => "POBOX", 32 => "ADDCODE (Additional Code)", 33 => "SEAT",
        34 => "RD (Primary road or street)", 35 => "RDSEC (Road section)", 36 => "RDBR (Road branch)",
        37 => "RDSUBBR (Road sub-branch)", 38 => "PRM (Road pre-modifier)", 39 => "POM (Road post-modifier",
        128 => "Script",
    }
    OPTION_CIVIC_LOCATION_WHAT {
        0 => "Location of the DHCP server",
        1 => "Location of the network element believed to be closest to the client", 2 => "Location of the client",
    }
    OPTION_CL_DSS_ID_OPTION {
        1 => "Primary DSS_ID", 2 => "Secondary DSS_ID", 1 => "WGS 84", 2 => "NAD83 (NAVD88)", 3 => "NAD83 (MLLW)",
    }
    OPTION_CLIENT_SYSTEM_ARCHITECTURE {
        0 => "IA x86 PC", 1 => "NEC/PC98", 2 => "IA64 PC", 3 => "DEC Alpha", 4 => "ArcX86", 5 => "Intel Lean Client",
        6 => "EFI IA32", 7 => "EFI x64", 8 => "EFI Xscale", 9 => "EFI BC", 10 => "ARM 32-bit UEFI",
        11 => "ARM 64-bit UEFI", 12 => "PowerPC Open Firmware", 13 => "PowerPC ePAPR", 14 => "POWER OPAL v3",
        15 => "x86 UEFI HTTP", 16 => "x64 UEFI HTTP", 17 => "EBC UEFI HTTP", 18 => "ARM 32-bit UEFI HTTP",
        19 => "ARM 64-bit UEFI HTTP", 20 => "PC/AT HTTP", 21 => "ARM 32-bit uboot", 22 => "ARM 64-bit uboot",
        23 => "ARM 32-bit uboot HTTP", 24 => "ARM 64-bit uboot HTTP", 25 => "RISC-V 32-bit UEFI",
        26 => "RISC-V 32-bit UEFI HTTP", 27 => "RISC-V 64-bit UEFI", 28 => "RISC-V 64-bit UEFI HTTP",
        29 => "RISC-V 128-bit UEFI", 30 => "RISC-V 128-bit UEFI HTTP", 31 => "s390 Basic", 32 => "s390 Extended",
        33 => "MIPS 32-bit UEFI", 34 => "MIPS 64-bit UEFI", 35 => "Sunway 32-bit UEFI", 36 => "Sunway 64-bit UEFI",
        37 => "LoongArch 32-bit UEFI", 38 => "LoongArch 32-bit UEFI HTTP", 39 => "LoongArch 64-bit UEFI",
        40 => "LoongArch 64-bit UEFI HTTP", 41 => "ARM rpiboot",
    }
    OPTION_DHCP {
        1 => "Discover", 2 => "Offer", 3 => "Request", 4 => "Decline", 5 => "ACK", 6 => "NAK", 7 => "Release",
        8 => "Inform", 9 => "Force Renew", 10 => "Lease query", 11 => "Lease Unassigned", 12 => "Lease Unknown",
        13 => "Lease Active", 14 => "Bulk Lease Query", 15 => "Lease Query Done", 16 => "Active LeaseQuery",
        17 => "Lease Query Status", 18 => "TLS",
    }
    OPTION_DHCP_AUTHENTICATION_ALG_DELAY {
        1 => "HMAC_MD5",
    }
    OPTION_DHCP_AUTHENTICATION_PROTOCOL {
        0 => "configuration token", 1 => "delayed authentication",
    }
    OPTION_DHCP_AUTHENTICATION_RDM {
        0 => "Monotonically-increasing counter",
    }
    OPTION_DHCP_AUTO_CONFIGURATION {
        0 => "DoNotAutoConfigure", 1 => "AutoConfigure",
    }
    OPTION_FORCERENEW_NONCE_ALGORITHM {
        1 => "HMAC-MD5",
    }
    OPTION_NETBIOS_OVER_TCPIP_NODE_TYPE {
        1 => "B-node", 2 => "P-node", 4 => "M-node", 8 => "H-node",
    }
    OPTION_NOVELL_OPTIONS_SUBOPTION {
        1 => "NWIP does not exist on subnet", 2 => "NWIP exists in options area", 3 => "NWIP exists in sname/file",
        4 => "NWIP exists, but too big", 5 => "Broadcast for nearest Netware server", 6 => "Preferred DSS server",
        7 => "Nearest NWIP server", 8 => "Autoretries", 9 => "Autoretry delay, secs", 10 => "Support NetWare/IP v1.1",
        11 => "Primary DSS",
    }
    OPTION_OPTION_OVERLOAD {
        1 => "Boot file name holds options", 2 => "Server host name holds options",
        3 => "Boot file and server host names hold options",
    }
    OPTION_RDNSS_PREFERENCE {
        0 => "Medium", 1 => "High", 2 => "Reserved", 3 => "Low",
    }
    OPTION_RFC3825_ALTITUDE_TYPE {
        1 => "Meters", 2 => "Floors",
    }
    OPTION_RFC3825_ERROR {
        1 => "Latitude is out of range [-90,90]", 2 => "Latitude Uncertainty is out of range [0,90]",
        3 => "Longitude is out of range [-180,180]", 4 => "Longitude Uncertainty is out of range [0,180]",
        5 => "Altitude is out of range [-(2^21),(2^21)-1]", 6 => "Altitude Uncertainty is out of range [0,2^20]",
        7 => "Altitude Type is out of range [0,2]", 8 => "Datum is out of range [1,3]",
    }
    OPTION_RFC3825_MAP_DATUM {
        1 => "WGS 84", 2 => "NAD83 (NAVD88)", 3 => "NAD83 (MLLW)",
    }
    OPTION_SIP_SERVER_ENCODING {
        0 => "Fully Qualified Domain Name", 1 => "IPv4 Address",
    }
    OPTION_SLP_DIRECTORY_AGENT_VALUE {
        0 => "Dynamic Discovery", 1 => "Static Discovery", 128 => "Backwards compatibility",
    }
    OPTION_SLP_SERVICE_SCOPE_VALUE {
        0 => "Preferred Scope", 1 => "Mandatory Scope",
    }
    OPTION_VENDOR_AEROHIVE_SUBOPTION {
        225 => "XiqHostname", 226 => "XiqIpAddress",
    }
    OPTION_VENDOR_ALU_APP_TYPE {
        0 => "NOE", 1 => "SIP",
    }
    OPTION_VENDOR_ALU_SUBOPTION {
        0 => "Padding", 58 => "Voice VLAN ID", 64 => "Spatial Redundancy TFTP1", 65 => "Spatial Redundancy TFTP2",
        66 => "Application Type", 67 => "SIP URL", 255 => "Alcatel-Lucent End",
    }
    OPTION_VENDOR_BSDP_BOOT_IMAGE_ATTRIBUTE_INSTALL {
        0x0 => "non-install", 0x1 => "install",
    }
    OPTION_VENDOR_BSDP_BOOT_IMAGE_ATTRIBUTE_KIND {
        0x0 => "Mac OS 9", 0x1 => "Mac OS X", 0x2 => "Mac OS X Server", 0x3 => "Hardware Diagnostics",
    }
    OPTION_VENDOR_BSDP_MESSAGE_TYPE {
        1 => "LIST", 2 => "SELECT", 3 => "FAILED",
    }
    OPTION_VENDOR_BSDP_SUBOPTION {
        0 => "Padding", 1 => "Suboption Request List", 2 => "Device Type", 3 => "eSAFE Types", 4 => "Serial Number",
        5 => "Hardware Version", 6 => "Software Version", 7 => "Boot ROM version",
        8 => "Organizationally Unique Identifier", 9 => "Model Number", 10 => "Vendor Name", 11 => "Address Realm",
        12 => "CM/PS System Description", 13 => "CM/PS Firmware Revision", 14 => "Firewall Policy File Version",
        15 => "eSafe Config File Devices", 18 => "Video Security Type", 31 => "MTA MAC Address",
        32 => "Correlation ID", 51 => "Vendor Name", 52 => "CableCARD Capability", 53 => "Device Identification (CA)",
        54 => "Device Identification (X.509)", 179 => "LCM Server", 180 => "LCM Domain", 181 => "LCM NIC option 0",
        190 => "LCM Workgroup", 191 => "Discovery", 192 => "HH Configured", 193 => "LCM Version",
        194 => "LCM Serial Number", 255 => "CL End",
    }
    OPTION_VENDOR_CISCO_SUBOPTION {
        1 => "Unk-1 (Node role?)", 2 => "Unk-2 (Spine level?)", 3 => "Unk-3 (Pod ID?)", 4 => "Node ID", 5 => "Unk-5",
        6 => "Unk-6", 7 => "Model", 8 => "APIC UUID", 9 => "Fabricname", 10 => "Unk-10", 11 => "SerialNo",
        12 => "Interfacename", 225 => "XiqHostname", 226 => "XiqIpAddress",
    }
    OPTION_VENDOR_CL_ADDRESS_REALM {
        1 => "PS WAN-Man", 2 => "PS WAN-Data",
    }
    OPTION_VENDOR_PXECLIENT_BOOT_MENU_TYPE {
        0 => "Local boot",
    }
    OPTION_VENDOR_PXECLIENT_BOOT_SERVERS_TYPE {
        0 => "PXE bootstrap server", 1 => "Microsoft Windows NT Boot Server", 2 => "Intel LCM Boot Server",
        3 => "DOS/UNDI Boot Server", 4 => "NEC ESMPRO Boot Server", 5 => "IBM WSoD Boot Server",
        6 => "IBM LCCM Boot Server", 7 => "CA Unicenter TNG Boot Server", 8 => "HP OpenView Boot Server",
        65535 => "PXE API Test server",
    }
    OPTION_VENDOR_PXECLIENT_SUBOPTION {
        0 => "Padding", 1 => "PXE mtftp IP", 2 => "PXE mtftp client port", 3 => "PXE mtftp server port",
        4 => "PXE mtftp timeout", 5 => "PXE mtftp delay", 6 => "PXE discovery control", 7 => "PXE multicast address",
        8 => "PXE boot servers", 9 => "PXE boot menu", 10 => "PXE menu prompt", 11 => "PXE multicast address alloc",
        12 => "PXE credential types", 71 => "PXE boot item", 179 => "PXE LCM Server", 180 => "PXE LCM Domain",
        181 => "PXE LCM NIC option 0", 190 => "PXE LCM Workgroup", 191 => "PXE Discovery", 192 => "PXE Configured",
        193 => "PXE LCM version", 194 => "PXE LCM Serial Number", 255 => "PXE End",
    }
    OPTION_VI_CL_MIB_ENVIRONMENT_INDICATOR_OPTION {
        0 => "Reserved", 1 => "CableLabs", 2 => "IETF", 3 => "EuroCableLabs",
    }
    OPTION_VI_CL_SUBOPTION {
        1 => "Option Request", 2 => "TFTP Server Addresses", 3 => "eRouter Container Option",
        4 => "MIB Environment Indicator Option", 5 => "Modem Capabilities", 0 => "Reserved", 1 => "CableLabs",
        2 => "IETF", 3 => "EuroCableLabs",
    }
    OPTION_VI_TR111_SUBOPTION {
        1 => "DeviceManufacturerOUI", 2 => "DeviceSerialNumber", 3 => "DeviceProductClass",
        4 => "GatewayManufacturerOUI", 5 => "GatewaySerialNumber", 6 => "GatewayProductClass",
    }
    OPTION_VI_CLASS_CL_ADDRESS_MODE {
        1 => "IPv4", 2 => "IPv6",
    }
    TYPE {
        1 => "Boot Request", 2 => "Boot Reply",
    }
    VENDOR_PC_I05_CCC_SUBOPTION {
        1 => "Primary DHCP Server", 2 => "Secondary DHCP Server", 3 => "SNMP Entity", 4 => "Primary DNS Server",
        5 => "Secondary DNS Server", 6 => "Kerberos Realm", 7 => "MTA should fetch TGT?", 8 => "Provisioning Timer",
        9 => "CMS FQDN", 10 => "AS-REQ/AS-REP Backoff and Retry", 11 => "AP-REQ/AP-REP Backoff and Retry",
        12 => "MTA should clear Kerberos tickets?",
    }
    VENDOR_PC_IETF_CCC_SUBOPTION {
        1 => "TSP's Primary DHCP Server", 2 => "TSP's Secondary DHCP Server", 3 => "TSP's Provisioning Server",
        4 => "TSP's AS-REQ/AS-REP Backoff and Retry", 5 => "TSP's AP-REQ/AP-REP Backoff and Retry",
        6 => "TSP's Kerberos Realm Name", 7 => "TSP's Ticket Granting Server Utilization",
        8 => "TSP's Provisioning Timer Value", 9 => "PacketCable Security Ticket Control",
    }
    VENDOR_PKTC_MTA_CAP_TYPE {
        12337 => "PacketCable Version", 12338 => "Number Of Telephony Endpoints", 12339 => "TGT Support",
        12340 => "HTTP Download File Access Method Support", 12341 => "MTA-24 Event SYSLOG Notification Support",
        12342 => "NCS Service Flow Support", 12343 => "Primary Line Support", 12344 => "Vendor Specific TLV Type(s)",
        12345 => "NVRAM Ticket/Session Keys Storage Support", 12353 => "Provisioning Event Reporting Support",
        12385 => "Provisioning Event Reporting Support", 12354 => "Supported CODEC(s)", 12386 => "Supported CODEC(s)",
        12355 => "Silence Suppression Support", 12387 => "Silence Suppression Support",
        12356 => "Echo Cancellation Support", 12388 => "Echo Cancellation Support", 12357 => "RSVP Support/ Reserved",
        12389 => "RSVP Support/ Reserved", 12358 => "UGS-AD Support", 12390 => "UGS-AD Support",
        12592 => "MTA's \"ifIndex\" starting number in \"ifTable\"", 12593 => "Provisioning Flow Logging Support",
        12594 => "Supported Provisioning Flows", 12595 => "T38 Version Support",
        12596 => "T38 Error Correction Support", 12597 => "RFC 2833 DTMF Support", 12598 => "Voice Metrics Support",
        12599 => "MIB Support", 12600 => "Multiple Grants Per Interval Support", 12601 => "V.152 Support",
        12609 => "Certificate Bootstrapping Support", 12641 => "Certificate Bootstrapping Support",
    }
}
