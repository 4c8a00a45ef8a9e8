//! Value names of GIF.

values! {
    GLOBAL_COLOR_MAP_PRESENT {
        0 => "False",
        1 => "True",
    }
    GLOBAL_COLOR_MAP_ORDERED {
        0 => "False",
        1 => "True",
    }
    LOCAL_COLOR_MAP_PRESENT {
        0 => "False",
        1 => "True",
    }
    LOCAL_COLOR_MAP_ORDERED {
        0 => "False",
        1 => "True",
    }
    EXTENSION_LABEL {
        249 => "Graphics Control",
        254 => "Comment",
        255 => "Application",
        1 => "Plain Text",
    }
}
