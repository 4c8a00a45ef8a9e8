//! Fields of GIF.

use super::values;

fields! { crate::proto::Proto::ImageGif =>
    VERSION: "image-gif.version", "Version", str();
    SCREEN_WIDTH: "image-gif.screen.width", "Screen width", u16();
    SCREEN_HEIGHT: "image-gif.screen.height", "Screen height", u16();
    GLOBAL_COLOR_MAP_PRESENT: "image-gif.global.color_map.present", "Global color map is present", u8().mask(0x80).values(&values::GLOBAL_COLOR_MAP_PRESENT);
    GLOBAL_COLOR_BPP: "image-gif.global.color_bpp", "Bits per color minus 1", u8().mask(0x70);
    GLOBAL_COLOR_MAP_ORDERED: "image-gif.global.color_map.ordered", "Global color map is ordered", u8().mask(0x8).values(&values::GLOBAL_COLOR_MAP_ORDERED);
    GLOBAL_BPP: "image-gif.global.bpp", "Image bits per pixel minus 1", u8().mask(0x7);
    IMAGE_BACKGROUND_INDEX: "image-gif.image_background_index", "Background color index", u8();
    GLOBAL_PIXEL_ASPECT_RATIO: "image-gif.global.pixel_aspect_ratio", "Global pixel aspect ratio", u8();
    GLOBAL_COLOR_MAP: "image-gif.global.color_map", "Global color map", bytes();
    IMAGE_LEFT: "image-gif.image.left", "Image left position", u16();
    IMAGE_TOP: "image-gif.image.top", "Image top position", u16();
    IMAGE_WIDTH: "image-gif.image.width", "Image width", u16();
    IMAGE_HEIGHT: "image-gif.image.height", "Image height", u16();
    LOCAL_COLOR_MAP_PRESENT: "image-gif.local.color_map.present", "Local color map is present", u8().mask(0x80).values(&values::LOCAL_COLOR_MAP_PRESENT);
    LOCAL_COLOR_BPP: "image-gif.local.color_bpp", "Bits per color minus 1", u8().mask(0x70);
    LOCAL_COLOR_MAP_ORDERED: "image-gif.local.color_map.ordered", "Local color map is ordered", u8().mask(0x8).values(&values::LOCAL_COLOR_MAP_ORDERED);
    LOCAL_BPP: "image-gif.local.bpp", "Image bits per pixel minus 1", u8().mask(0x7);
    LOCAL_COLOR_MAP: "image-gif.local.color_map", "Local color map", bytes();
    EXTENSION: "image-gif.extension", "Extension", none();
    EXTENSION_LABEL: "image-gif.extension.label", "Extension label", u8().hex().values(&values::EXTENSION_LABEL);
    IMAGE: "image-gif.image", "Image", none();
    IMAGE_CODE_SIZE: "image-gif.image.code_size", "LZW minimum code size", u8();
    END: "image-gif.end", "Trailer (End of the GIF stream)", none();
    DATA_BLOCK: "image-gif.data_block", "Data block", bytes();
    GIF_DATA_BLOCK_TYPE_UNKNOWN: "gif.data_block_type.unknown", "Unknown GIF data block type", none();
}
