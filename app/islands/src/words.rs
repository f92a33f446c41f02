//! The words that pages hand to islands.

/// What an island says, in the reader's language. In the page the words stand in their order, without their names: all
/// islands read them with the same few bytes of program.
macro_rules! words {
    (
        $(#[$about:meta])*
        pub struct $Words:ident { $($(#[$said:meta])* pub $word:ident: String,)* }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
        #[serde(from = "Vec<String>", into = "Vec<String>")]
        pub struct $Words { $($(#[$said])* pub $word: String,)* }

        impl From<Vec<String>> for $Words {
            fn from(words: Vec<String>) -> Self {
                let mut words = words.into_iter();
                $(let $word = words.next().unwrap_or_default();)*
                Self { $($word),* }
            }
        }

        impl From<$Words> for Vec<String> {
            fn from(words: $Words) -> Self {
                vec![$(words.$word),*]
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use crate::ArrangeWords;

    #[test]
    fn what_an_island_says_arrives_in_its_browser_as_it_was_meant() {
        let words = ArrangeWords { now: "Now {n}".to_owned(), back: "\"Back\"".to_owned() };
        let there: Vec<String> = words.into();
        let ArrangeWords { now, back } = there.into();
        assert_eq!((now.as_str(), back.as_str()), ("Now {n}", "\"Back\""));
    }
}
