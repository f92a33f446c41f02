//! A sentence as these pages need it: words, what it is told, and forms by a count. Fluent has more (functions, terms,
//! references); what a translator writes of that is no sentence here, and is reported. Used in two crates: by what checks
//! while the program is compiled, and by what says the words.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

/// The one thing a sentence is told that is a number, and that a language may choose its form by. All others are words.
pub const COUNT: &str = "count";

/// A sentence, part by part.
pub struct Sentence(pub Vec<SentencePart>);

/// A part of a sentence.
pub enum SentencePart {
    Text(String),
    /// What the sentence is told by this name.
    Told(String),
    /// One of these forms, by the category of the count (`few`) or by the very number, else the other one.
    ByCount(Vec<(String, Sentence)>, Sentence),
}

impl Sentence {
    /// Reads a sentence; nothing, where it asks for more than these pages have.
    pub fn read(pattern: &Pattern<&str>) -> Option<Self> {
        pattern.elements.iter().map(SentencePart::read).collect::<Option<_>>().map(Self)
    }

    /// The names of what it is told.
    pub fn told(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        for part in &self.0 {
            match part {
                SentencePart::Text(_) => {}
                SentencePart::Told(name) => _ = names.insert(name.as_str()),
                SentencePart::ByCount(forms, other) => {
                    names.insert(COUNT);
                    names.extend(forms.iter().flat_map(|(_, form)| form.told()));
                    names.extend(other.told());
                }
            }
        }
        names
    }
}

impl SentencePart {
    fn read(element: &PatternElement<&str>) -> Option<Self> {
        match element {
            PatternElement::TextElement { value } => Some(Self::Text((*value).to_owned())),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => Self::inline(inline),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                let by_count = matches!(selector, InlineExpression::VariableReference { id } if id.name == COUNT);
                by_count.then(|| Self::forms(variants))?
            }
        }
    }

    fn inline(inline: &InlineExpression<&str>) -> Option<Self> {
        match inline {
            InlineExpression::VariableReference { id } => Some(Self::Told(id.name.to_owned())),
            InlineExpression::StringLiteral { value } => {
                Some(Self::Text(fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned()))
            }
            _ => None,
        }
    }

    fn forms(variants: &[Variant<&str>]) -> Option<Self> {
        let mut forms = Vec::new();
        let mut other = None;
        for variant in variants {
            let form = Sentence::read(&variant.value)?;
            match &variant.key {
                _ if variant.default => other = Some(form),
                VariantKey::NumberLiteral { value: name } => forms.push(((*name).to_owned(), form)),
                VariantKey::Identifier { name: name @ ("zero" | "one" | "two" | "few" | "many") } => {
                    forms.push(((*name).to_owned(), form));
                }
                VariantKey::Identifier { .. } => return None,
            }
        }
        Some(Self::ByCount(forms, other?))
    }
}
