//! `said!`: a sentence by its key, checked against the English files while the program is compiled.
//!
//! The words stay in their files: what is compiled is the key and what the sentence is told. So a changed word is not a
//! changed program, and a language more is no code more.

#[path = "../../src/sentence.rs"]
#[allow(dead_code, reason = "what says the words takes more of a sentence than what checks them")]
mod sentence;

mod english;

use std::iter::Peekable;

use proc_macro::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree, token_stream};

use crate::sentence::COUNT;

/// `said!(say; locale; area.key; name = "Alma"; count = 3;)`: calls this method of `Locale` with the key and with what the
/// sentence is told. A key that English does not have, and anything too much or too little, is an error where it is written.
#[proc_macro]
pub fn said(input: TokenStream) -> TokenStream {
    let mut input = input.into_iter().peekable();
    let method = until_semicolon(&mut input);
    let locale = until_semicolon(&mut input);
    let key = KeyNamed::read(until_semicolon(&mut input));
    let told: Vec<ToldArguments> = std::iter::from_fn(|| ToldArguments::read(&mut input)).collect();
    let names = told.iter().map(|told| told.name.to_string()).collect();
    match english::wrong(&key.id, &names) {
        Some(wrong) => error(&wrong, key.span),
        None => call(method, locale, &key, told),
    }
}

/// A key as it is written in the files: `area-key`.
struct KeyNamed {
    id: String,
    span: Span,
}

impl KeyNamed {
    fn read(tokens: TokenStream) -> Self {
        let mut parts = Vec::new();
        let mut span = Span::call_site();
        words(tokens, &mut |word| {
            span = word.span();
            parts.push(word.to_string());
        });
        Self { id: parts.join("-"), span }
    }
}

/// The words among tokens, also where another macro has put them in an unseen group.
fn words(tokens: TokenStream, found: &mut impl FnMut(&Ident)) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) => found(&word),
            TokenTree::Group(group) => words(group.stream(), found),
            _ => {}
        }
    }
}

/// Something a sentence is told: `name = "Alma";`
struct ToldArguments {
    name: Ident,
    value: TokenStream,
}

impl ToldArguments {
    fn read(input: &mut Peekable<token_stream::IntoIter>) -> Option<Self> {
        input.peek()?;
        let mut tokens = until_semicolon(input).into_iter();
        let mut name = None;
        words(tokens.next()?.into(), &mut |word| name = Some(word.clone()));
        // Behind the name stands `=`.
        tokens.next();
        Some(Self { name: name?, value: tokens.collect() })
    }

    /// `Argument::words("name", &(value)),`
    fn passed(self) -> TokenStream {
        let name = self.name.to_string();
        let mut arguments = TokenStream::from(TokenTree::from(Literal::string(&name)));
        let function = if name == COUNT {
            arguments.extend(code(","));
            arguments.extend(self.value);
            "::kinfolio_words::Argument::count"
        } else {
            arguments.extend(code(", &"));
            arguments.extend([in_parentheses(self.value, self.name.span())]);
            "::kinfolio_words::Argument::words"
        };
        let mut passed = code(function);
        passed.extend([in_parentheses(arguments, self.name.span()), Punct::new(',', Spacing::Alone).into()]);
        passed
    }
}

fn until_semicolon(input: &mut Peekable<token_stream::IntoIter>) -> TokenStream {
    input.take_while(|token| !matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';')).collect()
}

/// `Locale::say(locale, "area-key", &[Argument::words("name", &(value)), Argument::count("count", value)])`
fn call(method: TokenStream, locale: TokenStream, key: &KeyNamed, told: Vec<ToldArguments>) -> TokenStream {
    let mut arguments = locale;
    arguments.extend(code(","));
    arguments.extend([TokenTree::from(Literal::string(&key.id))]);
    arguments.extend(code(", &"));
    arguments.extend([TokenTree::from(Group::new(
        Delimiter::Bracket,
        told.into_iter().flat_map(ToldArguments::passed).collect(),
    ))]);
    let mut call = code("::kinfolio_words::Locale::");
    call.extend(method);
    call.extend([in_parentheses(arguments, Span::call_site())]);
    call
}

fn in_parentheses(tokens: TokenStream, span: Span) -> TokenTree {
    let mut group = Group::new(Delimiter::Parenthesis, tokens);
    group.set_span(span);
    group.into()
}

fn error(words: &str, span: Span) -> TokenStream {
    let mut message = Literal::string(words);
    message.set_span(span);
    let located = |mut token: TokenTree| {
        token.set_span(span);
        token
    };
    let mut error: TokenStream = code("::core::compile_error!").into_iter().map(located).collect();
    error.extend([in_parentheses(TokenTree::from(message).into(), span)]);
    error
}

fn code(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}
