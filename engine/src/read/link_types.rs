//! Link types this program accepts, as numbered by <https://www.tcpdump.org/linktypes.html>.

/// What is known of a link type before its packets are dissected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LinkType {
    /// `LINKTYPE_*`.
    pub(super) number: u32,
    /// Value of `frame.encap_type`.
    pub(super) encap: i16,
    /// Bytes before each packet that are not part of it: direction, channel, ….
    pub(super) pseudo_header_len: u8,
    /// A longer packet is damage.
    pub(super) max_packet_len: u32,
}

/// Of most link types.
const STANDARD: u32 = 256 * 1024;
/// EBHSCR records.
const EBHSCR: u32 = 8 * 1024 * 1024;
/// USB transfers, D-Bus messages, ….
const HUGE: u32 = 128 * 1024 * 1024;

const fn row(number: u32, encap: i16, pseudo_header_len: u8, max_packet_len: u32) -> LinkType {
    LinkType { number, encap, pseudo_header_len, max_packet_len }
}

/// Finds a link type; `None` if no tool knows what its packets are.
pub(super) fn find(number: u32) -> Option<LinkType> {
    let at = LINK_TYPES.binary_search_by_key(&number, |row| row.number).ok()?;
    LINK_TYPES.get(at).copied()
}

/// Sorted by number.
#[rustfmt::skip]
static LINK_TYPES: &[LinkType] = &[
    row(0, 15, 0, STANDARD), row(1, 1, 0, STANDARD), row(2, 184, 0, STANDARD), row(3, 148, 0, STANDARD),
    row(6, 2, 0, STANDARD), row(7, 8, 0, STANDARD), row(8, 3, 0, STANDARD), row(9, 4, 0, STANDARD),
    row(10, 6, 0, STANDARD), row(11, 10, 0, STANDARD), row(12, 7, 0, STANDARD), row(13, 38, 0, STANDARD),
    row(14, 7, 0, STANDARD), row(16, 11, 0, STANDARD), row(18, 11, 0, STANDARD), row(19, 11, 0, STANDARD),
    row(32, 69, 0, STANDARD), row(50, 4, 0, STANDARD), row(51, 139, 0, STANDARD), row(99, 61, 0, STANDARD),
    row(100, 10, 0, STANDARD), row(101, 7, 0, STANDARD), row(104, 28, 0, STANDARD), row(105, 20, 0, STANDARD),
    row(106, 11, 0, STANDARD), row(107, 26, 0, STANDARD), row(108, 174, 0, STANDARD), row(109, 38, 0, STANDARD),
    row(112, 28, 0, STANDARD), row(113, 25, 0, STANDARD), row(114, 30, 0, STANDARD), row(117, 39, 0, STANDARD),
    row(118, 29, 0, STANDARD), row(119, 21, 0, STANDARD), row(121, 32, 0, STANDARD), row(122, 18, 0, STANDARD),
    row(123, 13, 4, STANDARD), row(127, 23, 0, STANDARD), row(128, 37, 0, STANDARD), row(129, 9, 0, STANDARD),
    row(130, 81, 0, STANDARD), row(131, 82, 0, STANDARD), row(133, 87, 0, STANDARD), row(135, 68, 0, STANDARD),
    row(136, 151, 0, STANDARD), row(137, 67, 0, STANDARD), row(138, 62, 0, STANDARD), row(139, 75, 4, STANDARD),
    row(140, 42, 0, STANDARD), row(141, 43, 0, STANDARD), row(142, 101, 0, STANDARD), row(143, 33, 0, STANDARD),
    row(144, 44, 16, STANDARD), row(147, 45, 0, STANDARD), row(148, 46, 0, STANDARD), row(149, 47, 0, STANDARD),
    row(150, 48, 0, STANDARD), row(151, 49, 0, STANDARD), row(152, 50, 0, STANDARD), row(153, 51, 0, STANDARD),
    row(154, 52, 0, STANDARD), row(155, 53, 0, STANDARD), row(156, 54, 0, STANDARD), row(157, 55, 0, STANDARD),
    row(158, 56, 0, STANDARD), row(159, 57, 0, STANDARD), row(160, 58, 0, STANDARD), row(161, 59, 0, STANDARD),
    row(162, 60, 0, STANDARD), row(163, 24, 0, STANDARD), row(165, 63, 0, STANDARD), row(167, 76, 0, STANDARD),
    row(169, 66, 0, STANDARD), row(170, 178, 0, STANDARD), row(171, 179, 0, STANDARD), row(172, 77, 0, STANDARD),
    row(173, 78, 0, STANDARD), row(177, 88, 16, STANDARD), row(178, 83, 0, STANDARD), row(179, 84, 0, STANDARD),
    row(180, 85, 0, STANDARD), row(181, 86, 0, STANDARD), row(183, 91, 0, STANDARD), row(184, 181, 0, STANDARD),
    row(186, 92, 0, HUGE), row(187, 41, 0, STANDARD), row(188, 93, 0, STANDARD), row(189, 95, 0, HUGE),
    row(190, 109, 0, STANDARD), row(192, 97, 0, STANDARD), row(195, 104, 0, STANDARD), row(196, 100, 5, STANDARD),
    row(197, 98, 0, STANDARD), row(199, 103, 0, STANDARD), row(200, 197, 0, STANDARD), row(201, 99, 4, STANDARD),
    row(202, 147, 0, STANDARD), row(203, 131, 0, STANDARD), row(204, 19, 1, STANDARD), row(209, 112, 5, STANDARD),
    row(210, 106, 0, STANDARD), row(211, 108, 0, STANDARD), row(212, 107, 0, STANDARD), row(213, 111, 0, STANDARD),
    row(214, 105, 0, STANDARD), row(215, 113, 0, STANDARD), row(220, 115, 0, HUGE), row(224, 121, 0, STANDARD),
    row(225, 122, 0, STANDARD), row(226, 124, 0, STANDARD), row(227, 125, 0, STANDARD), row(228, 129, 0, STANDARD),
    row(229, 130, 0, STANDARD), row(230, 127, 0, STANDARD), row(231, 146, 0, HUGE), row(235, 132, 0, STANDARD),
    row(236, 133, 0, STANDARD), row(237, 157, 0, STANDARD), row(239, 141, 0, STANDARD), row(240, 135, 0, STANDARD),
    row(241, 136, 0, STANDARD), row(242, 180, 0, STANDARD), row(243, 138, 0, STANDARD), row(245, 140, 2, STANDARD),
    row(248, 149, 0, STANDARD), row(249, 152, 0, HUGE), row(250, 153, 0, STANDARD), row(251, 154, 0, STANDARD),
    row(252, 155, 0, STANDARD), row(253, 158, 0, STANDARD), row(254, 159, 4, STANDARD), row(255, 160, 0, STANDARD),
    row(256, 161, 0, STANDARD), row(258, 171, 0, STANDARD), row(259, 172, 0, STANDARD), row(260, 173, 0, STANDARD),
    row(264, 177, 0, STANDARD), row(266, 182, 0, HUGE), row(268, 36, 0, STANDARD), row(270, 183, 0, STANDARD),
    row(271, 185, 0, STANDARD), row(272, 186, 0, STANDARD), row(273, 199, 0, STANDARD), row(274, 198, 0, STANDARD),
    row(275, 200, 0, STANDARD), row(276, 210, 0, STANDARD), row(279, 204, 0, EBHSCR), row(280, 205, 0, STANDARD),
    row(283, 206, 0, STANDARD), row(287, 211, 0, STANDARD), row(288, 208, 0, STANDARD), row(290, 212, 0, STANDARD),
    row(292, 214, 0, STANDARD), row(293, 215, 0, STANDARD), row(294, 216, 0, STANDARD), row(295, 217, 0, STANDARD),
];
