//! What is remembered of connections: which messages were published and delivered, for those that acknowledge them.

use std::collections::VecDeque;

use super::{Version, f};
use crate::proto::{Proto, dissect::Cx, recent::Recent};

/// Messages of a channel that wait to be acknowledged.
const MAX_WAITING: usize = 1 << 12;

/// A channel of a connection.
#[derive(Debug, Default)]
struct Channel {
    /// Messages published.
    published: u64,
    /// Whether those are to be confirmed.
    confirms: bool,
    /// Numbers of messages and the frames they are in.
    waiting: VecDeque<(u64, u64)>,
    /// What the last frame acknowledged.
    acknowledged: (u64, Vec<(u64, u64)>),
    /// Media type of the message whose header was last.
    content_type: Vec<u8>,
}

#[derive(Default)]
struct Channels {
    all: Recent<(u32, u16), Channel>,
    /// By conversation.
    versions: Recent<u32, Version>,
}

/// The version that a connection is known to use.
pub(super) fn version(cx: &mut Cx<'_>) -> Version {
    let Some(flow) = cx.info.flow else { return Version::Unknown };
    cx.state.of::<Channels>(Proto::Amqp).versions.get(flow.id).copied().unwrap_or_default()
}

/// Notes it.
pub(super) fn set_version(cx: &mut Cx<'_>, version: Version) {
    if let Some(flow) = cx.info.flow {
        cx.state.of::<Channels>(Proto::Amqp).versions.insert(flow.id, version);
    }
}

fn channel<'c>(cx: &'c mut Cx<'_>, number: u16) -> Option<&'c mut Channel> {
    let flow = cx.info.flow?;
    Some(cx.state.of::<Channels>(Proto::Amqp).all.entry((flow.id, number), Channel::default))
}

/// The publisher asks for its messages to be confirmed.
pub(super) fn confirm(cx: &mut Cx<'_>, number: u16) {
    if let Some(channel) = channel(cx, number) {
        channel.confirms = true;
    }
}

/// Counts a message that is published at a place of the frame.
pub(super) fn publish(cx: &mut Cx<'_>, number: u16) {
    let frame = cx.frame.number;
    let Some(channel) = channel(cx, number) else { return };
    channel.published += 1;
    let published = channel.published;
    if channel.confirms {
        wait(channel, published, frame);
    }
    // Only the first time a message is seen does Wireshark show its number.
    if !cx.state.later.is_known() {
        cx.out.generated_uint(f::METHOD_ARGUMENTS_PUBLISH_NUMBER, published);
    }
}

/// Notes the media type of the message that follows.
pub(super) fn set_content_type(cx: &mut Cx<'_>, number: u16, content_type: &[u8]) {
    if let Some(channel) = channel(cx, number) {
        channel.content_type.clear();
        channel.content_type.extend_from_slice(content_type);
    }
}

/// The media type of a message.
pub(super) fn content_type<'f>(cx: &mut Cx<'f>, number: u16) -> &'f [u8] {
    let content_type = channel(cx, number).map(|channel| channel.content_type.clone()).unwrap_or_default();
    cx.out.alloc_bytes(&content_type)
}

/// Notes a message that is delivered.
pub(super) fn deliver(cx: &mut Cx<'_>, number: u16, tag: u64) {
    let frame = cx.frame.number;
    if let Some(channel) = channel(cx, number) {
        wait(channel, tag, frame);
    }
}

fn wait(channel: &mut Channel, tag: u64, frame: u64) {
    if channel.waiting.len() >= MAX_WAITING {
        channel.waiting.pop_front();
    }
    channel.waiting.push_back((tag, frame));
}

/// Emits the frames of the messages that are acknowledged: the one with this number, or all up to it.
pub(super) fn acknowledge(cx: &mut Cx<'_>, number: u16, tag: u64, multiple: bool) {
    let frame = cx.frame.number;
    let Some(channel) = channel(cx, number) else { return };
    let named = |waiting: u64| if multiple { tag == 0 || waiting <= tag } else { waiting == tag };
    let (done, rest): (VecDeque<_>, VecDeque<_>) = channel.waiting.drain(..).partition(|(waiting, _)| named(*waiting));
    channel.waiting = rest;
    if channel.acknowledged.0 != frame {
        channel.acknowledged = (frame, Vec::new());
    }
    channel.acknowledged.1.extend(done);
    let frames: Vec<u64> =
        channel.acknowledged.1.iter().filter(|(waiting, _)| named(*waiting)).map(|(_, frame)| *frame).collect();
    // That, too, only the first time.
    for frame in frames.into_iter().filter(|_| !cx.state.later.is_known()) {
        cx.out.generated_uint(f::MESSAGE_IN, frame);
    }
}
