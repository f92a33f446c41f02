//! Putting one's own words differently. A contribution is its author's: nobody else comes here.

use std::collections::HashMap;

use kinfolio::definition::{Contribution, Definition};
use kinfolio::id::ContributionId;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::store::Conn;
use kinfolio::words::{Problem, Problems, limit, text};
use leptos::prelude::*;

use super::quilt::{Around, Readers};
use super::words::{Paragraphs, asked_words, section_name};
use super::{language_of, let_in, path, place, section_path};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, Hidden, Icon, LanguageField, ProblemSummary, TextArea, Voice};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};

/// Words, found by the one who said them.
struct Own {
    definition: Definition,
    student: Student,
    words: Contribution,
}

/// The form.
pub async fn page(asking: Asking, In(id): In<ContributionId>) -> Answer {
    let own = own(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, own, false, Form::default()).await
}

/// Keeps the other words. When they were changed elsewhere in the meantime, shows both.
pub async fn reword(asking: Asking, In(id): In<ContributionId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let own = own(&asking, &mut tx, &id).await?;
    let mut problems = Problems::default();
    let mut values = fields.values.clone();
    let words = problems.take("text", text(fields.get("text"), limit::WORDS));
    let language = language_of(&fields, &mut problems);
    let mut stale = false;
    if problems.is_empty() {
        let from = fields.parsed("version").unwrap_or_default();
        let author = &viewer.person_id;
        if own.words.reword(&mut tx, &own.definition, author, from, &words, &language).await? == Saved::Kept {
            tx.commit().await?;
            return go_saying(format!("{}#c-{id}", path(&own.definition)), "saved");
        }
        stale = true;
        problems.note("text", Problem::Said(say_in!(asking.locale, definition.stale)));
        values.set("version", own.words.version.to_string());
    }
    drop(tx);
    show(&asking, own, stale, Form::again(&values, problems)).await
}

async fn own(asking: &Asking, conn: &mut Conn, id: &ContributionId) -> Result<Own, Refusal> {
    let viewer = asking.viewer()?;
    let definition = Contribution::definition_of(conn, &viewer.school_id, id).await?;
    let (definition, student) = let_in(asking, conn, definition, Action::Contribute).await?;
    let words = Contribution::of_definition(conn, &definition, student.standing).await?;
    let own = words.into_iter().find(|words| words.id == *id && words.author_id == viewer.person_id);
    Ok(Own { words: own.ok_or(Refusal::NotFound)?, definition, student })
}

async fn show(asking: &Asking, own: Own, stale: bool, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let page =
        Page::titled(say_in!(asking.locale, definition.change_words)).at(place(&own.student)).with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let Own { definition, student, words } = own;
            let section = words.section;
            let back = section_path(&definition, section);
            let asked = asked_words(&words.asked, Voice::of(words.author_role), student.first_name());
            let version: i64 = form.values().parsed("version").unwrap_or(words.version);
            let language = words.language.tag().to_owned();
            let both = stale.then(|| {
                let (text, language) = (words.text.clone(), language.clone());
                view! {
                    <div class="notice notice--info"><Icon name="info"/><div class="flow">
                        <h2>{say!(definition.reads_now)}</h2>
                        <div class="said" lang=language><Paragraphs text/></div>
                    </div></div>
                }
            });
            let label = match Voice::of(viewer.role) {
                Voice::Student => say!(definition.words_student),
                _ => say!(definition.words),
            };
            let around = Around { definition, student, viewer: viewer.person_id, zone: viewer.time_zone, voices: HashMap::new() };
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=back words=section_name(section)/>
                        <h1>{say!(definition.change_words)}</h1>
                        {asked.map(|asked| view! { <p class="lead" dir="auto">{asked}</p> })}
                    </header>
                    <ProblemSummary/>
                    {both}
                    <form class="flow" method="post" action=format!("/contribution/{}", words.id)>
                        <Hidden name="version" value=version.to_string()/>
                        <TextArea name="text" label value=words.text/>
                        <LanguageField own=viewer.languages value=language/>
                        <div class="actions"><button class="btn btn--primary btn--big">{say!(definition.save)}</button></div>
                        <Readers around section/>
                    </form>
                </Main>
            }
        })
        .await)
}
