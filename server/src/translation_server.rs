//! The school's own translation server, where it has one: whoever translates may ask it for a draft.

use std::path::PathBuf;

use clap::Args;
use kinfolio_app::translator::{NoTranslator, Translator};

/// The translation server.
#[derive(Clone, Debug, Default, Args)]
pub struct TranslateArgs {
    /// A server of the school's own that speaks as LibreTranslate does, for drafts of translations: `https://words.example.org`.
    /// Without it, no machine is asked. One that speaks no TLS and is not on this machine has to be named as one:
    /// http+insecure://…
    #[arg(long, env = "KINFOLIO_TRANSLATE_URL", value_name = "URL", hide_env_values = true)]
    pub translate_url: Option<String>,
    /// A file with the key that this server asks for.
    #[arg(long, env = "KINFOLIO_TRANSLATE_KEY_FILE", value_name = "FILE", requires = "translate_url")]
    pub translate_key_file: Option<PathBuf>,
}

/// Why no translation server can be asked.
#[derive(Debug, thiserror::Error)]
pub enum TranslateError {
    #[error(transparent)]
    Address(#[from] NoTranslator),
    #[error("its key in {}: {error}", .path.display())]
    Key { path: PathBuf, error: std::io::Error },
    #[error("its key in {} is no key: there is nothing in the file, or more than a line", .0.display())]
    NoKey(PathBuf),
}

/// The longest key that is one, in bytes.
const LONGEST_KEY: usize = 1024;

/// The translation server that is named; none where none is.
///
/// # Errors
/// When what is named is no address, or its key can't be read.
pub fn translator(args: &TranslateArgs) -> Result<Option<Translator>, TranslateError> {
    let Some(address) = args.translate_url.as_deref().filter(|address| !address.trim().is_empty()) else {
        return Ok(None);
    };
    let key = match &args.translate_key_file {
        None => None,
        Some(path) => {
            let text =
                std::fs::read_to_string(path).map_err(|error| TranslateError::Key { path: path.clone(), error })?;
            let key = text.trim();
            if key.is_empty() || key.len() > LONGEST_KEY || key.chars().any(char::is_control) {
                return Err(TranslateError::NoKey(path.clone()));
            }
            Some(key.to_owned())
        }
    };
    Ok(Some(Translator::at(address, key)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(url: &str, key: Option<PathBuf>) -> Result<Option<Translator>, TranslateError> {
        translator(&TranslateArgs { translate_url: Some(url.into()), translate_key_file: key })
    }

    #[test]
    fn there_is_one_only_where_it_is_named_with_a_key_that_can_be_read() {
        assert!(translator(&TranslateArgs::default()).expect("nothing is wrong").is_none());
        assert!(named(" ", None).expect("nothing is wrong").is_none());
        assert!(named("http://127.0.0.1:5000", None).expect("a server").is_some());
        assert!(matches!(named("http://elsewhere.example", None), Err(TranslateError::Address(_))));
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("key");
        assert!(matches!(named("http://localhost:5000", Some(file.clone())), Err(TranslateError::Key { .. })));
        for (text, is_one) in [("secret\n", true), ("", false), ("a\nb", false)] {
            std::fs::write(&file, text).expect("a file");
            assert_eq!(named("http://localhost:5000", Some(file.clone())).is_ok(), is_one, "{text:?}");
        }
    }
}
