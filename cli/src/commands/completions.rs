//! `strato completions`.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::{CommandFactory, ValueEnum};

/// Arguments of `strato completions`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    strato completions bash > ~/.local/share/bash-completion/completions/strato\n  \
    strato completions zsh > ~/.zfunc/_strato\n  \
    strato completions fish > ~/.config/fish/completions/strato.fish")]
pub(crate) struct Args {
    /// The shell.
    shell: Shell,
}

/// Shells whose completion knows field names.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Shell {
    /// GNU Bash.
    Bash,
    /// Z shell.
    Zsh,
    /// fish.
    Fish,
}

/// Completes the field name at the end of a filter where commands and options do not fit.
const BASH: &str = r#"
_strato_with_fields() {
    _strato "$@"
    local cur="${COMP_WORDS[COMP_CWORD]}" quote=""
    case "${COMP_WORDS[1]}" in
        query|explain|fields) ;;
        convert) case "${COMP_WORDS[COMP_CWORD-1]}" in -e|--field|--columns) ;; *) return ;; esac ;;
        *) return ;;
    esac
    case "$cur" in -*) return ;; \'*|\"*) quote="${cur:0:1}"; cur="${cur:1}" ;; esac
    local words
    mapfile -t words < <(strato complete-field -- "$cur" 2>/dev/null)
    if [ "${#words[@]}" -gt 0 ]; then
        COMPREPLY=("${words[@]}")
        compopt -o nospace 2>/dev/null
    elif [ -z "$quote" ]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    fi
}
complete -F _strato_with_fields -o nosort strato
"#;

const ZSH: &str = r#"
_strato_with_fields() {
    _strato "$@"
    local word="${(Q)PREFIX}"
    [[ $word == -* ]] && return
    local -a words
    words=(${(f)"$(strato complete-field -- "$word" 2>/dev/null)"})
    (( $#words )) && compadd -Q -U -S '' -- "${words[@]}"
}
compdef _strato_with_fields strato
"#;

const FISH: &str = r#"
complete -c strato -n '__fish_seen_subcommand_from query explain fields convert' \
    -a '(strato complete-field -- (commandline -ct | string trim -l -c "\'\"") 2>/dev/null)'
"#;

/// Prints the script.
pub(crate) fn run(args: &Args) -> io::Result<ExitCode> {
    let mut command = crate::Cli::command();
    let (shell, fields) = match args.shell {
        Shell::Bash => (clap_complete::Shell::Bash, BASH),
        Shell::Zsh => (clap_complete::Shell::Zsh, ZSH),
        Shell::Fish => (clap_complete::Shell::Fish, FISH),
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "strato", &mut script);
    let mut out = io::stdout().lock();
    out.write_all(&script)?;
    out.write_all(fields.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
