//! Fields of PNG.

use super::values;

fields! { crate::proto::Proto::Png =>
    SIGNATURE: "png.signature", "PNG Signature", bytes();
    CHUNK_DATA: "png.chunk.data", "Data", none();
    CHUNK_TYPE: "png.chunk.type", "Chunk", str();
    CHUNK_LEN: "png.chunk.len", "Len", u32();
    CHUNK_CRC: "png.chunk.crc", "CRC", u32().hex();
    CHUNK_FLAG_ANCILLARY: "png.chunk.flag.ancillary", "Ancillary", bool().mask(0x20000000).words("This is an ANCILLARY chunk", "This is a CRITICAL chunk");
    CHUNK_FLAG_PRIVATE: "png.chunk.flag.private", "Private", bool().mask(0x200000).words("This is a PRIVATE chunk", "This is a PUBLIC chunk");
    CHUNK_FLAG_STC: "png.chunk.flag.stc", "Safe To Copy", bool().mask(0x20).words("This chunk is SAFE TO COPY", "This chunk is NOT safe to copy");
    IHDR_WIDTH: "png.ihdr.width", "Width", u32();
    IHDR_HEIGHT: "png.ihdr.height", "Height", u32();
    IHDR_BITDEPTH: "png.ihdr.bitdepth", "Bit Depth", u8();
    IHDR_COLOUR_TYPE: "png.ihdr.colour_type", "Colour Type", u8().values(&values::IHDR_COLOUR_TYPE);
    IHDR_COMPRESSION_METHOD: "png.ihdr.compression_method", "Compression Method", u8().values(&values::IHDR_COMPRESSION_METHOD);
    IHDR_FILTER_METHOD: "png.ihdr.filter_method", "Filter Method", u8().values(&values::IHDR_FILTER_METHOD);
    IHDR_INTERLACE_METHOD: "png.ihdr.interlace_method", "Interlace Method", u8().values(&values::IHDR_INTERLACE_METHOD);
    SRGB_INTENT: "png.srgb.intent", "Intent", u8().values(&values::SRGB_INTENT);
    TEXT_KEYWORD: "png.text.keyword", "Keyword", str();
    TEXT_STRING: "png.text.string", "String", str();
    TIME_YEAR: "png.time.year", "Year", u16();
    TIME_MONTH: "png.time.month", "Month", u8();
    TIME_DAY: "png.time.day", "Day", u8();
    TIME_HOUR: "png.time.hour", "Hour", u8();
    TIME_MINUTE: "png.time.minute", "Minute", u8();
    TIME_SECOND: "png.time.second", "Second", u8();
    PHYS_HORIZ: "png.phys.horiz", "Horizontal pixels per unit", u32();
    PHYS_VERT: "png.phys.vert", "Vertical pixels per unit", u32();
    PHYS_UNIT: "png.phys.unit", "Unit", u8().values(&values::PHYS_UNIT);
    BKGD_PALETTE_INDEX: "png.bkgd.palette_index", "Palette Index", u8();
    BKGD_GREYSCALE: "png.bkgd.greyscale", "Greyscale", u16().hex();
    BKGD_RED: "png.bkgd.red", "Red", u16().hex();
    BKGD_GREEN: "png.bkgd.green", "Green", u16().hex();
    BKGD_BLUE: "png.bkgd.blue", "Blue", u16().hex();
    CHRM_WHITE_X: "png.chrm.white.x", "White X", f32();
    CHRM_WHITE_Y: "png.chrm.white.y", "White Y", f32();
    CHRM_RED_X: "png.chrm.red.x", "Red X", f32();
    CHRM_RED_Y: "png.chrm.red.y", "Red Y", f32();
    CHRM_GREEN_X: "png.chrm.green.x", "Green X", f32();
    CHRM_GREEN_Y: "png.chrm.green.y", "Green Y", f32();
    CHRM_BLUE_X: "png.chrm.blue.x", "Blue X", f32();
    CHRM_BLUE_Y: "png.chrm.blue.y", "Blue Y", f32();
    GAMA_GAMMA: "png.gama.gamma", "Gamma", f32();
    CHUNK_TOO_LARGE: "png.chunk_too_large", "chunk size too large, dissection of this chunk is not supported", none();
}
