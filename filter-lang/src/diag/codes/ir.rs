//! E06xx: text of the IR.

super::codes! { IR:
    IR_TEXT = "E0601", "not the text of an IR",
        "The IR is written as lists in brackets, as `strato explain FILTER --stage ir` prints it. `grammar/reference/ir.md` describes every form.",
        "(any == tcp.port 80)" => "(any == tcp.port (UINT16 80))";
    IR_RULE = "E0602", "an IR that breaks a rule",
        "Types must fit, sets must have members, `and` and `or` at least two parts. Lowering and every pass keep these rules; text written by hand must, too.",
        "(and (exists tcp))" => "(exists tcp)";
}
