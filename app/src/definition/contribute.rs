//! Adding words to a section: one's own, or a family member's, written down for them.

use std::sync::Arc;

use kinfolio::definition::{Asked, Contribution, Definition, NewContribution, Question, SchoolWords, Section};
use kinfolio::field;
use kinfolio::id::{ContributionId, DefinitionId};
use kinfolio::language::Spoken;
use kinfolio::person::{Kin, Role, Student, Viewer, said_by};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::words::{Problem, Problems, optional_line};
use leptos::prelude::*;

use super::around::Around;
use super::quilt::{Readers, is_family};
use super::saying::{ThreeWays, carried_along, said};
use super::words::{named, question_words, section_about, section_name};
use super::{found, may_in, path, place, section_path};
use crate::asking::{Asking, In, in_words};
use crate::fields::{Fields, Values};
use crate::form::{Form, Identity};
use crate::islands::UnsavedWords;
use crate::media::Bytes;
use crate::parts::{Back, Choice, FormPage, Hidden, LanguageField, ProblemSummary, Radios, TextField, Unseen, Voice};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Width};

/// The word for a question that is none of the prompts.
const OTHER: &str = "other";

/// What forms call a question, or that there is none.
fn word(question: Option<&Question>) -> String {
    question.map_or_else(|| OTHER.to_owned(), Question::word)
}

/// Everything the form needs.
struct ContributeForm {
    around: Around,
    section: Section,
    viewer: Viewer,
    /// Whose words can be written down.
    kin: Vec<Kin>,
    school_words: Arc<SchoolWords>,
}

impl ContributeForm {
    /// What the section asks whoever writes.
    fn questions(&self) -> Vec<Question> {
        self.school_words.questions(self.section, Voice::of(self.viewer.role))
    }
}

/// The form; or, where no section is named, the sections to choose from.
pub async fn page(asking: Asking, In(id): In<DefinitionId>) -> Answer {
    let mut conn = asking.read().await?;
    let (definition, student) = found(&asking, &mut conn, &id, Action::Contribute).await?;
    let query = asking.query();
    let Some(section) = may_in(&definition, &student, query.get(field::SECTION), Action::Contribute) else {
        return Ok(choose(&asking, definition, student).await);
    };
    let question = match asking.school_words.question(section, query.get(field::PROMPT)) {
        Some(question) => Some(question),
        None => unanswered(&asking, &mut conn, &definition, &student, section).await?,
    };
    let writing = writing(&asking, &mut conn, definition, student, section).await?;
    let mut values = Values::default();
    values.set(field::QUESTION, word(question.as_ref()));
    show(&asking, writing, Form::filled(values)).await
}

/// Adds the words; or asks another question, with the words kept.
pub async fn add(asking: Asking, In(id): In<DefinitionId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut wrong_files = Problems::default();
    let bytes = bytes(&asking, &id, &fields, &mut wrong_files).await?;
    let mut tx = asking.write().await?;
    let (definition, student) = found(&asking, &mut tx, &id, Action::Contribute).await?;
    let section = may_in(&definition, &student, fields.get(field::SECTION), Action::Contribute);
    let section = section.ok_or(Refusal::NotFound)?;
    let writing = writing(&asking, &mut tx, definition, student, section).await?;
    let mut problems = wrong_files.clone();
    let said = said(&asking, &mut tx, &fields, &bytes, None, &mut problems).await?;
    let mut values = fields.values.clone();
    carried_along(&mut values, &said);
    if fields.has(field::ANOTHER) {
        asking.not_done(&mut tx).await?;
        tx.commit().await?;
        values.set(field::QUESTION, next(&writing, fields.get(field::QUESTION)));
        return show(&asking, writing, Form::again(&values, wrong_files)).await;
    }
    let asked = asked(&fields, &writing, &mut problems);
    let author = said_by(fields.get(field::AUTHOR), &viewer.person_id, &writing.kin);
    let author = problems.chosen(field::AUTHOR, author);
    let Some(author_id) = author.filter(|_| problems.is_empty()) else {
        asking.not_done(&mut tx).await?;
        tx.commit().await?;
        return show(&asking, writing, Form::again(&values, problems)).await;
    };
    let new = NewContribution {
        id: fields.id_or(ContributionId::new),
        section,
        author_id,
        written_by: viewer.person_id.clone(),
        asked,
        said,
    };
    let before = asking.before(&mut tx, SeenAct::Contribute, &new.id).await?;
    let id = Contribution::add(&mut tx, &writing.around.definition, &new, asking.now()).await?;
    let to = format!("{}#c-{id}", path(&writing.around.definition));
    asking.done(tx, before, in_words(to, &fields, (Spoken::Contribution, &id)), Done::Contributed).await
}

/// What came with the form, its bytes kept before anything is written; only from those who may add words here.
async fn bytes(asking: &Asking, id: &DefinitionId, fields: &Fields, problems: &mut Problems) -> Result<Bytes, Refusal> {
    if !Bytes::come_with(fields) {
        return Ok(Bytes::default());
    }
    let (definition, student) = found(asking, &mut asking.read().await?, id, Action::Contribute).await?;
    may_in(&definition, &student, fields.get(field::SECTION), Action::Contribute).ok_or(Refusal::NotFound)?;
    Ok(Bytes::of(asking, fields, problems).await)
}

/// The first question of a section that whoever asks has not answered.
async fn unanswered(
    asking: &Asking,
    conn: &mut Conn,
    definition: &Definition,
    student: &Student,
    section: Section,
) -> Result<Option<Question>, Refusal> {
    let viewer = asking.viewer()?;
    let contributions = Contribution::of_definition(conn, definition, student.standing).await?;
    let questions = asking.school_words.questions(section, Voice::of(viewer.role));
    Ok(questions.into_iter().find(|question| !question.is_answered(&contributions, &viewer.person_id)))
}

/// The question after this one; after the last one, one's own.
fn next(writing: &ContributeForm, question: &str) -> String {
    let questions = writing.questions();
    let now = writing.school_words.question(writing.section, question);
    let place = now.as_ref().and_then(|now| questions.iter().position(|question| question.is(now)));
    word(match (place, now) {
        (Some(place), _) => questions.get(place + 1),
        // It has been put away since, or there was none: begin at the beginning.
        (None, _) => questions.first(),
    })
}

/// What the words answer.
fn asked(fields: &Fields, writing: &ContributeForm, problems: &mut Problems) -> Asked {
    let own = problems.take(field::OWN_QUESTION, optional_line(fields.get(field::OWN_QUESTION)));
    match fields.get(field::QUESTION) {
        OTHER | "" if own.is_empty() => Asked::Nothing,
        OTHER | "" => Asked::Own(own),
        word => match writing.school_words.question(writing.section, word) {
            Some(question) => question.into(),
            None => {
                problems.note(field::QUESTION, Problem::Choose);
                Asked::Nothing
            }
        },
    }
}

async fn writing(
    asking: &Asking,
    conn: &mut Conn,
    definition: Definition,
    student: Student,
    section: Section,
) -> Result<ContributeForm, Refusal> {
    let viewer = asking.viewer()?.clone();
    // Family members speak for themselves.
    let kin = if viewer.role == Role::Family { Vec::new() } else { student.kin(conn).await? };
    let around = Around::of(definition, student, &viewer);
    Ok(ContributeForm { around, section, viewer, kin, school_words: asking.school_words.clone() })
}

async fn show(asking: &Asking, writing: ContributeForm, form: Form) -> Answer {
    let title = say_in!(asking.locale, definition.add_words);
    let page = Page::titled(title).at(place(&writing.around.student)).with_form(form.clone()).with_islands().heard();
    Ok(asking
        .page(page, move || {
            let ContributeForm { around, section, .. } = &writing;
            let (around, section) = (around.clone(), *section);
            let back = section_path(&around.definition, section);
            let action = format!("/definition/{}/contribute", around.definition.id);
            let identity = Identity::adds(&form, ContributionId::new);
            let hidden = view! { <Hidden name=field::SECTION value=section.as_str()/> };
            let unsaved = !form.problems().is_empty();
            let note = view! { <UnsavedWords message=say!(work.unsent) already=unsaved/> <Readers around=around.clone() section/> };
            if is_family(&around.student) {
                let (fields, words) = (one_question(&writing, &form), section_name(section));
                view! {
                    <Main width=Width::Narrow>
                        <Back to=back words/>
                        <ProblemSummary/>
                        <form class="flow" method="post" action=action enctype="multipart/form-data">
                            <Unseen identity/>
                            {hidden} {fields} {note}
                        </form>
                    </Main>
                }
                .into_any()
            } else {
                view! {
                    <FormPage back back_words=say!(definition.title) title=section_name(section) lead=section_about(section)
                        action identity files=true save=say!(definition.add) note=note.into_any()>
                        {hidden} {every_question(&writing, &form)}
                    </FormPage>
                }
                .into_any()
            }
        })
        .await)
}

/// For family: one question, large, with room for the answer.
fn one_question(writing: &ContributeForm, form: &Form) -> impl IntoView + use<> {
    let name = writing.around.student.called();
    let question = writing.school_words.question(writing.section, form.values().get(field::QUESTION));
    let asked = question.as_ref().and_then(|question| question_words(question, Voice::Family, name));
    let asked = asked.unwrap_or_else(|| section_about(writing.section).into());
    // After the last question there is room for one that nobody thought of.
    let own = question.is_none().then(|| {
        let (label, hint) = (say!(definition.own_question), say!(definition.own_question_family));
        view! { <TextField name=field::OWN_QUESTION label hint optional=true/> }
    });
    let more = (question.is_some() || !writing.questions().is_empty()).then(|| {
        view! { <button class="btn btn--big" name=field::ANOTHER.wire() value="yes">{say!(definition.another)}</button> }
    });
    view! {
        <Hidden name=field::QUESTION value=word(question.as_ref())/>
        <section class="voice voice--family ask">
            <p class="who">{section_name(writing.section)}</p>
            <h1 lang=asked.lang() dir="auto">{asked.words.clone()}</h1>
            {own}
            <ThreeWays talking_first=true label=say!(definition.words) hint=say!(definition.words_hint)/>
            <LanguageField own=writing.viewer.languages.clone() guess=true/>
            <div class="actions">
                <button class="btn btn--family btn--big">{say!(definition.add)}</button>
                {more}
            </div>
        </section>
    }
}

/// For student and advisor: the prompts to choose from, and whose words they are.
fn every_question(writing: &ContributeForm, form: &Form) -> impl IntoView + use<> {
    let voice = Voice::of(writing.viewer.role);
    let name = writing.around.student.called().to_owned();
    let own = writing.viewer.role == Role::Student;
    let mut asked = writing.questions();
    // One that the school has worded differently or put away meanwhile stays as it was chosen.
    let chosen = writing.school_words.question(writing.section, form.values().get(field::QUESTION));
    asked.extend(chosen.filter(|chosen| !asked.contains(chosen)));
    let choice = |question: &Question| {
        let worded = question_words(question, voice, &name)?;
        Some(Choice { language: worded.language, ..Choice::new(question.word(), worded.words) })
    };
    let mut questions: Vec<Choice> = asked.iter().filter_map(choice).collect();
    questions.push(Choice::new(OTHER, say!(definition.other)));
    let languages = writing.viewer.languages.clone().and(writing.kin.iter().map(|kin| &kin.languages));
    let whose = (!writing.kin.is_empty()).then(|| {
        let mut people = vec![Choice::new(writing.viewer.person_id.to_string(), say!(definition.mine))];
        people.extend(writing.kin.iter().map(|kin| {
            let name = named(&kin.name, Some(&kin.kinship));
            Choice::new(kin.id.to_string(), say!(definition.theirs, name = name))
        }));
        let me = writing.viewer.person_id.to_string();
        view! { <Radios name=field::AUTHOR label=say!(definition.whose) choices=people value=me/> }
    });
    let (words, hint) = if own {
        (say!(definition.words_student), say!(definition.words_hint_student))
    } else {
        (say!(definition.words), say!(definition.words_hint))
    };
    view! {
        <Radios name=field::QUESTION label=say!(definition.question) choices=questions/>
        <TextField name=field::OWN_QUESTION label=say!(definition.own_question) hint=say!(definition.own_question_hint) optional=true/>
        <ThreeWays label=words hint/>
        <LanguageField own=languages guess=true/>
        {whose}
    }
}

/// The sections somebody can add words to.
async fn choose(asking: &Asking, definition: Definition, student: Student) -> axum::response::Response {
    let page = Page::titled(say_in!(asking.locale, definition.add_words)).at(place(&student));
    asking
        .page(page, move || {
            let sections = definition
                .sections(student.standing)
                .into_iter()
                .map(|section| {
                    let address = format!("/definition/{}/contribute?section={section}", definition.id);
                    view! {
                        <li><a href=address><strong>{section_name(section)}</strong></a>
                            <p class="soft small">{section_about(section)}</p></li>
                    }
                })
                .collect_view();
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=path(&definition) words=say!(definition.title)/>
                        <h1>{say!(definition.choose_section)}</h1>
                    </header>
                    <ul class="lines">{sections}</ul>
                </Main>
            }
        })
        .await
}
