//! A machine's draft of a translation, in the form that asks for it: the button, where the words go, and the tick of whoever
//! has read the draft.

use kinfolio::field;
use kinfolio::language::Language;
use kinfolio::words::{Problem, Problems, limit};
use leptos::prelude::*;

use crate::asking::Asking;
use crate::fields::Values;
use crate::form::Form;
use crate::parts::{Choice, Hidden, Icon, Ticks};
use crate::refusal::Refusal;
use crate::translator::{NoDraft, Translator};

/// Whether it is a draft that is asked for, and nothing that is to be kept.
pub(crate) fn asked(values: &Values) -> bool {
    values.has(field::ASK_DRAFT)
}

/// Whether the words of a form are a machine's, and nobody says that they have read both languages.
pub(crate) fn is_unchecked(values: &Values) -> bool {
    values.has(field::DRAFTED) && !values.has(field::PUT_RIGHT)
}

/// The form with a draft of these words in it, beneath what was typed already; or as it was, with why there is none. No
/// connection to the database is held meanwhile.
pub(crate) async fn drafted(
    asking: &Asking,
    mut values: Values,
    mut problems: Problems,
    (words, from): (&str, &Language),
) -> Result<Form, Refusal> {
    values.forget(field::ASK_DRAFT);
    let language = problems.language(values.get(field::LANGUAGE));
    if language == *from {
        problems.note(field::LANGUAGE, Problem::Said(say_in!(asking.locale, voice.same_language)));
    }
    if !problems.is_empty() {
        return Ok(Form::again(&values, problems));
    }
    let draft = match &asking.services.settings.translator {
        Some(translator) => translator.draft(&asking.viewer()?.person_id, words, (from, &language)).await,
        None => Err(NoDraft::Failed("there is no translation server".into())),
    };
    match draft.and_then(|draft| beneath(values.get(field::TEXT), draft)) {
        Ok(text) => {
            values.set(field::TEXT, text);
            values.set(field::DRAFTED, "yes");
            values.forget(field::PUT_RIGHT);
            Ok(Form::filled(values))
        }
        Err(why) => {
            let said = match why {
                NoDraft::TooLong => say_in!(asking.locale, rendition.draft_too_long),
                NoDraft::Busy | NoDraft::Failed(_) => say_in!(asking.locale, rendition.draft_failed),
            };
            tracing::warn!(error = %why, "a machine's draft was asked for, and there is none");
            problems.note(field::TEXT, Problem::Said(said));
            Ok(Form::again(&values, problems))
        }
    }
}

/// What was typed, and the draft beneath it: once, however often it is asked for.
fn beneath(typed: &str, draft: String) -> Result<String, NoDraft> {
    let typed = typed.trim();
    let both = match typed {
        "" => draft,
        typed if typed.contains(&draft) => typed.to_owned(),
        typed => format!("{typed}\n\n{draft}"),
    };
    if both.chars().count() > limit::WORDS { Err(NoDraft::TooLong) } else { Ok(both) }
}

/// Among the fields, where a draft is in them: that it is one, and the tick of whoever has put it right.
#[component]
pub(crate) fn DraftPart() -> impl IntoView {
    use_context::<Form>().is_some_and(|form| form.values().has(field::DRAFTED)).then(|| {
        let right = vec![Choice::new("yes", say!(rendition.draft_put_right))];
        view! {
            <div class="notice notice--info" id="draft"><Icon name="info"/><p>{say!(rendition.draft_here)}</p></div>
            <Hidden name=field::DRAFTED value="yes"/>
            <Ticks name=field::PUT_RIGHT label=say!(rendition.draft_checked) choices=right
                hint=say!(rendition.draft_checked_hint)/>
        }
    })
}

/// The button that asks for a draft, where there is a server to ask. It stands behind the one that sends the form: a key
/// pressed in a field never asks.
pub(crate) fn ask(translator: Option<&Translator>) -> AnyView {
    let button = translator.map(|_| {
        view! { <button class="btn" name=field::ASK_DRAFT.wire() value="yes">{say!(rendition.draft_ask)}</button> }
    });
    button.into_any()
}

/// Where the words go then.
pub(crate) fn ask_note(translator: Option<&Translator>) -> AnyView {
    translator.map(|_| view! { <p class="soft small">{say!(rendition.draft_where)}</p> }).into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_stands_beneath_what_was_typed_and_once() {
        let draft = || "Cuidamos.".to_owned();
        assert_eq!(beneath("", draft()).unwrap(), "Cuidamos.");
        assert_eq!(beneath(" Mías ", draft()).unwrap(), "Mías\n\nCuidamos.");
        assert_eq!(beneath("Mías\n\nCuidamos.", draft()).unwrap(), "Mías\n\nCuidamos.");
        assert!(matches!(beneath(&"a".repeat(limit::WORDS), draft()), Err(NoDraft::TooLong)));
    }
}
