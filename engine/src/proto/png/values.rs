//! Value names of PNG.

values! {
    IHDR_COLOUR_TYPE {
        0 => "Greyscale",
        2 => "Truecolour",
        3 => "Indexed-colour",
        4 => "Greyscale with alpha",
        6 => "Truecolour with alpha",
    }
    IHDR_COMPRESSION_METHOD {
        0 => "Deflate",
    }
    IHDR_FILTER_METHOD {
        0 => "Adaptive",
    }
    IHDR_INTERLACE_METHOD {
        0 => "No interlace",
        1 => "Adam7",
    }
    SRGB_INTENT {
        0 => "Perceptual",
        1 => "Relative colorimetric",
        2 => "Saturation",
        3 => "Absolute colorimetric",
    }
    PHYS_UNIT {
        0 => "Unit is unknown",
        1 => "Unit is METRE",
    }
}
