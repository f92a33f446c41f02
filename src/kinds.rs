//! `kinds!`: a closed set of words, kept in the database and in forms as the text a person would use for it.

macro_rules! kinds {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $text)] $variant,)+ }

        impl $name {
            /// Every one of them, in the order a person would list them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in forms, addresses and the database.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The one with this word, if there is one.
            pub fn named(word: &str) -> Option<Self> {
                match word { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        kept_as_text!($name, |kind: &$name| kind.as_str().to_owned(), |text: &str| $name::named(text)
            .ok_or_else(|| format!("{text:?} is no {}", stringify!($name)).into()));
    };
}

/// Keeps a type in a TEXT column of either database.
macro_rules! kept_as_text {
    ($name:ty, $to:expr, $from:expr) => {
        impl<DB: sqlx::Database> sqlx::Type<DB> for $name
        where
            String: sqlx::Type<DB>,
        {
            fn type_info() -> DB::TypeInfo {
                <String as sqlx::Type<DB>>::type_info()
            }
            fn compatible(ty: &DB::TypeInfo) -> bool {
                <String as sqlx::Type<DB>>::compatible(ty)
            }
        }
        impl<'q, DB: sqlx::Database> sqlx::Encode<'q, DB> for $name
        where
            String: sqlx::Encode<'q, DB>,
        {
            fn encode_by_ref(
                &self,
                buffer: &mut <DB as sqlx::Database>::ArgumentBuffer,
            ) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
                let to = $to;
                <String as sqlx::Encode<'q, DB>>::encode(to(self), buffer)
            }
        }
        impl<'r, DB: sqlx::Database> sqlx::Decode<'r, DB> for $name
        where
            &'r str: sqlx::Decode<'r, DB>,
        {
            fn decode(value: <DB as sqlx::Database>::ValueRef<'r>) -> Result<Self, sqlx::error::BoxDynError> {
                let from: fn(&str) -> Result<Self, sqlx::error::BoxDynError> = $from;
                from(<&'r str as sqlx::Decode<'r, DB>>::decode(value)?)
            }
        }
    };
}
