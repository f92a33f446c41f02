//! Putting one's own words differently. A contribution is its author's: nobody else comes here.

use kinfolio::definition::{Contribution, Definition, Earlier};
use kinfolio::field;
use kinfolio::id::ContributionId;
use kinfolio::language::Spoken;
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::{BinKind, SeenAct};
use kinfolio::words::Problems;
use leptos::prelude::*;

use super::around::Around;
use super::quilt::Readers;
use super::saying::{Said, ThreeWays, carried_along, said};
use super::words::{asked_words, author, in_short, section_name};
use super::{path, place, section_path, words_seen};
use crate::asking::{Asking, In, go_saying, in_words};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::islands::UnsavedWords;
use crate::media::Bytes;
use crate::parts::{Back, FormPage, LanguageField, Voice, VoiceCard};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Width};
use crate::taking_back::{TakeBack, seen, thrown};
use crate::when;
use crate::wording::apart;

/// Words, found by the one who said them.
struct OwnContribution {
    definition: Definition,
    student: Student,
    words: Contribution,
}

/// The form.
pub async fn page(asking: Asking, In(id): In<ContributionId>) -> Answer {
    let own = own(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, own, Form::default()).await
}

/// Keeps the other words. When they were changed elsewhere in the meantime, shows both.
pub async fn reword(asking: Asking, In(id): In<ContributionId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut problems = Problems::default();
    let mut bytes = Bytes::default();
    if Bytes::come_with(&fields) {
        own(&asking, &mut asking.read().await?, &id).await?;
        bytes = Bytes::of(&asking, &fields, &mut problems).await;
    }
    let mut tx = asking.write().await?;
    let own = own(&asking, &mut tx, &id).await?;
    let said = said(&asking, &mut tx, &fields, &bytes, Some(&own.words.said), &mut problems).await?;
    let mut values = fields.values.clone();
    carried_along(&mut values, &said);
    let form = if problems.is_empty() {
        let from = fields.version();
        let author = &viewer.person_id;
        let before = asking.before(&mut tx, SeenAct::Contribute, &id).await?;
        if own.words.reword(&mut tx, &own.definition, author, from, &said, asking.now()).await?.is_kept() {
            let to = in_words(format!("{}#c-{id}", path(&own.definition)), &fields, (Spoken::Contribution, &id));
            return asking.done(tx, before, to, Done::Saved).await;
        }
        Form::stale(&values, own.words.version, field::TEXT)
    } else {
        Form::again(&values, problems)
    };
    asking.not_done(&mut tx).await?;
    tx.commit().await?;
    show(&asking, own, form).await
}

/// How somebody said it before, for whoever said it and nobody else.
pub async fn earlier(asking: Asking, In(id): In<ContributionId>) -> Answer {
    let zone = asking.viewer()?.time_zone.clone();
    let mut conn = asking.read().await?;
    let (definition, student, words) = words_seen(&asking, &mut conn, &id, Action::SeeSection).await?;
    if words.author_id != asking.viewer()?.person_id {
        return Err(Refusal::NotFound);
    }
    let before = words.earlier(&mut conn, &definition).await?;
    drop(conn);
    let page = Page::titled(say_in!(asking.locale, voice.earlier)).at(place(&student));
    Ok(asking
        .page(page, move || {
            let name = author(&words);
            let none = before.is_empty().then(|| view! { <p class="nudge">{say!(voice.earlier_none)}</p> });
            let cards = before.into_iter().map(|before| earlier_card(before, &words, &zone)).collect_view();
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=format!("{}#c-{}", path(&definition), words.id) words=section_name(words.section)/>
                        <h1>{say!(voice.earlier)}</h1>
                        <p class="lead">{say!(voice.earlier_yours)}</p>
                    </header>
                    <section class="flow">
                        <h2>{say!(voice.now)}</h2>
                        <VoiceCard voice=Voice::of(words.author_role) name=name.clone() language=words.said.language.clone()>
                            <Said said=words.said.clone() name/>
                        </VoiceCard>
                    </section>
                    {none}
                    <div class="flow">{cards}</div>
                </Main>
            }
        })
        .await)
}

fn earlier_card(before: Earlier, words: &Contribution, zone: &str) -> impl IntoView + use<> {
    let name = author(words);
    let since = say!(voice.since, day = when::day(before.changed_at, zone));
    let note = if before.was_written_down {
        let by = say!(definition.said_by, author = apart(&name), writer = apart(&before.writer_name));
        format!("{since} · {by}")
    } else {
        since
    };
    let to = format!("/contribution/{}/earlier/{}/take-back", words.id, before.version);
    view! {
        <div>
            <VoiceCard voice=Voice::of(words.author_role) name=name.clone() language=before.said.language.clone() note>
                <Said said=before.said name/>
            </VoiceCard>
            <TakeBack to words=say!(voice.earlier_away)/>
        </div>
    }
}

/// `/contribution/{contribution}/earlier/{number}/take-back`: how it read before goes into its author's bin.
pub async fn throw_earlier_away(asking: Asking, In((id, number)): In<(ContributionId, i64)>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (definition, ..) = Contribution::of_author(&mut tx, viewer, &id).await?.ok_or(Refusal::NotFound)?;
    let said = Contribution::earlier_said(&mut tx, viewer, &id, number).await?.ok_or(Refusal::NotFound)?;
    seen(&fields)?;
    let thing = format!("{id}.{number}");
    let became = BinKind::Wording.throw_away(&mut tx, viewer, &thing, &in_short(&said), asking.now()).await?;
    tx.commit().await?;
    go_saying(format!("{}#c-{id}", path(&definition)), thrown(&became))
}

/// `/contribution/{contribution}/take-back`: its words, its wordings, recording and photo go for everybody at once, also where
/// its author does not see the section any more. A statement that cites it stays, and says that a voice was taken back.
pub async fn take_back(asking: Asking, In(id): In<ContributionId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let own = Contribution::of_author(&mut tx, viewer, &id).await?;
    let (definition, section, said) = own.ok_or(Refusal::NotFound)?;
    seen(&fields)?;
    let student = Student::seen_by(&mut tx, viewer, &definition.student_id).await?;
    let definition = definition.looked_at_by(&viewer.person_id);
    let is_open = student.is_some_and(|one| definition.may(one.standing, Action::SeeSection, section));
    let became = BinKind::Contribution.throw_away(&mut tx, viewer, &id, &in_short(&said), asking.now()).await?;
    tx.commit().await?;
    let to = if is_open { section_path(&definition, section) } else { "/bin".to_owned() };
    go_saying(to, thrown(&became))
}

async fn own(asking: &Asking, conn: &mut Conn, id: &ContributionId) -> Result<OwnContribution, Refusal> {
    let (definition, student, words) = words_seen(asking, conn, id, Action::Contribute).await?;
    if words.author_id != asking.viewer()?.person_id {
        return Err(Refusal::NotFound);
    }
    Ok(OwnContribution { definition, student, words })
}

async fn show(asking: &Asking, own: OwnContribution, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let page = Page::titled(say_in!(asking.locale, definition.change_words))
        .at(place(&own.student))
        .with_form(form.clone())
        .with_islands();
    Ok(asking
        .page(page, move || {
            let OwnContribution { definition, student, words } = own;
            let section = words.section;
            let back = section_path(&definition, section);
            let asked = asked_words(&words.asked, Voice::of(words.author_role), student.called());
            let identity = Identity::changes(&form, words.version);
            let language = words.said.language.tag().to_owned();
            let (said, name, lang) = (words.said.clone(), author(&words), language.clone());
            let reads_now = move || view! { <div class="said flow" lang=lang><Said said name/></div> };
            let asked = asked.map(|asked| {
                view! { <p class="lead" lang=asked.lang() dir="auto">{asked.words.clone()}</p> }
            });
            let label = match Voice::of(viewer.role) {
                Voice::Student => say!(definition.words_student),
                _ => say!(definition.words),
            };
            let talking_first = viewer.role == Role::Family;
            let own_languages = viewer.languages.clone();
            let around = Around::of(definition, student, &viewer);
            view! {
                <FormPage back back_words=section_name(section) title=say!(definition.change_words)
                    about=asked.into_any() reads_now action=format!("/contribution/{}", words.id) identity files=true
                    save=say!(definition.save) button="btn btn--primary btn--big"
                    beneath=view! { <TakeBack to=format!("/contribution/{}/take-back", words.id) words=say!(definition.take_words_back)/> }.into_any()
                    note=view! { <Readers around section/> <p class="soft small">{say!(voice.earlier_kept)}</p> }.into_any()>
                    <ThreeWays own=Some(words.said) talking_first label/>
                    <LanguageField own=own_languages value=language guess=true/>
                    <UnsavedWords message=say!(work.unsent) already=!form.problems().is_empty()/>
                </FormPage>
            }
        })
        .await)
}
