//! Says what each language lacks: `cargo run -p kinfolio-words`, or with tags, only for those.

use std::process::ExitCode;

use kinfolio_words::report::{LanguageState, keys, states};

fn main() -> ExitCode {
    let tags: Vec<String> = std::env::args().skip(1).collect();
    let all = keys().len();
    let mut fits = true;
    for state in states() {
        if tags.is_empty() || tags.iter().any(|tag| tag == state.locale.as_str()) {
            fits &= tell(&state, all);
        }
    }
    if fits { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether the language may go out like this.
fn tell(state: &LanguageState, all: usize) -> bool {
    let LanguageState { locale, missing, wrong } = state;
    let kind = if locale.has_to_have("school") { "has to be whole" } else { "staff reads English" };
    println!("{}: {} of {all} sentences ({kind})", locale.as_str(), all - missing.len());
    for line in missing {
        println!("  missing  {line}");
    }
    for line in wrong {
        println!("  wrong    {line}");
    }
    wrong.is_empty() && state.needed().is_empty()
}
