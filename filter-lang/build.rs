//! Generates the parser from `grammar/filter.lalrpop`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = std::env::var("OUT_DIR")?;
    lalrpop::Configuration::new()
        .set_in_dir("../grammar")
        .set_out_dir(out)
        .emit_rerun_directives(true)
        .process_dir("../grammar")
}
