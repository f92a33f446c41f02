//! The words that a rendition stands beside, found through whoever looks: who may not see them finds nothing beside them.

use super::WordsOf;
use crate::conference::Conference;
use crate::conference::moment::{Moment, MomentWords};
use crate::conference::reply::Reply;
use crate::definition::{Definition, Statement};
use crate::id::{FeedbackId, MomentId, PersonId, ReplyId, StatementId, TargetId, WorkId};
use crate::language::Language;
use crate::person::{Student, Viewer};
use crate::policy::{Action, Audience, Relation, may};
use crate::store::{Conn, StoreError};
use crate::target::Target;
use crate::work::{Feedback, Revision, Shows, Work};

/// Somebody's words, as they read now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    pub of: WordsOf,
    pub id: String,
    pub text: String,
    pub language: Language,
    /// Whose they are; a school's own are nobody's.
    pub author: Option<PersonId>,
    pub author_name: String,
    /// Where they stand.
    pub path: String,
    /// Whether whoever looks may put something beside them.
    pub may_render: bool,
}

impl Original {
    /// These words, when the viewer may see them.
    pub async fn seen_by(conn: &mut Conn, viewer: &Viewer, of: WordsOf, id: &str) -> Result<Option<Self>, StoreError> {
        macro_rules! found {
            ($id:ident, $finder:ident) => {
                match $id::parse(id) {
                    Some(id) => $finder(conn, viewer, &id).await?,
                    None => None,
                }
            };
        }
        let found = match of {
            WordsOf::Statement => found!(StatementId, statement),
            WordsOf::Work => found!(WorkId, work),
            WordsOf::Feedback => found!(FeedbackId, feedback),
            WordsOf::Moment => found!(MomentId, moment),
            WordsOf::Target => found!(TargetId, target),
            WordsOf::Letter => found!(ReplyId, letter),
        };
        Ok(found.filter(|found| !found.text.trim().is_empty()))
    }

    /// What of a work is put in another language: its title, and the words of its latest version.
    pub fn of_work(work: &Work, latest: &Revision) -> String {
        [work.title.as_str(), &latest.text].map(str::trim).join("\n\n").trim().to_owned()
    }

    /// The same of a moment.
    pub fn of_moment(words: &MomentWords) -> String {
        [words.name.as_str(), &words.others_do].map(str::trim).join("\n\n").trim().to_owned()
    }

    /// The same of a target.
    pub fn of_target(target: &Target) -> String {
        [target.statement.as_str(), target.criteria_text()].map(str::trim).join("\n\n").trim().to_owned()
    }
}

type FoundWords = Result<Option<Original>, StoreError>;

async fn statement(conn: &mut Conn, viewer: &Viewer, id: &StatementId) -> FoundWords {
    let Some(definition) = Statement::definition_of(conn, &viewer.school_id, id).await? else { return Ok(None) };
    let Some(student) = Student::seen_by(conn, viewer, &definition.student_id).await? else { return Ok(None) };
    let definition: Definition = definition.looked_at_by(&viewer.person_id);
    let all = Statement::all_of_definition(conn, &definition, student.standing).await?;
    Ok(all.into_iter().find(|statement| statement.id == *id).map(|statement| {
        let path = match definition.is_earlier {
            true => format!("/definition/{}#s-{id}", definition.id),
            false => format!("/student/{}/definition#s-{id}", student.id),
        };
        let may = definition.takes(Action::Translate)
            && definition.may(student.standing, Action::Translate, statement.section);
        Original {
            of: WordsOf::Statement,
            id: id.to_string(),
            text: statement.text,
            language: statement.language,
            author: Some(statement.written_by),
            author_name: statement.writer_name,
            path,
            may_render: may,
        }
    }))
}

async fn work(conn: &mut Conn, viewer: &Viewer, id: &WorkId) -> FoundWords {
    let Some((work, student)) = Work::find(conn, viewer, id).await? else { return Ok(None) };
    let latest = work.latest(conn).await?;
    Ok(latest.map(|latest| Original {
        of: WordsOf::Work,
        id: id.to_string(),
        text: Original::of_work(&work, &latest),
        may_render: work.may(student.standing, Action::Translate),
        language: work.language,
        author_name: student.called().to_owned(),
        author: Some(student.id),
        path: format!("/work/{id}"),
    }))
}

async fn feedback(conn: &mut Conn, viewer: &Viewer, id: &FeedbackId) -> FoundWords {
    let Some((feedback, work, student)) = Feedback::find(conn, viewer, id).await? else { return Ok(None) };
    let shows = work.shows(conn).await?;
    let is_read = work.may_see(student.standing, shows, None) == Some(Shows::Road) && feedback.hidden.is_none();
    Ok(is_read.then(|| Original {
        of: WordsOf::Feedback,
        id: id.to_string(),
        text: feedback.text,
        language: feedback.language,
        author: Some(feedback.author_id),
        author_name: feedback.author,
        path: format!("/work/{}#f-{id}", work.id),
        may_render: work.may(student.standing, Action::Translate),
    }))
}

async fn moment(conn: &mut Conn, viewer: &Viewer, id: &MomentId) -> FoundWords {
    let Some(moment) = Moment::find(conn, &viewer.school_id, id).await? else { return Ok(None) };
    let Some((conference, student)) = conference(conn, viewer, &moment.conference_id).await? else { return Ok(None) };
    Ok(Some(Original {
        of: WordsOf::Moment,
        id: id.to_string(),
        text: Original::of_moment(&moment.words),
        language: moment.words.language,
        author_name: student.called().to_owned(),
        may_render: !conference.is_called_off() && student.standing.may_at_all(Action::Translate),
        author: Some(student.id),
        path: format!("/conference/{}#m-{id}", conference.id),
    }))
}

async fn letter(conn: &mut Conn, viewer: &Viewer, id: &ReplyId) -> FoundWords {
    let Some((of, reply)) = Reply::find(conn, viewer, id).await? else { return Ok(None) };
    let Some((conference, student)) = conference(conn, viewer, &of).await? else { return Ok(None) };
    Ok(Some(Original {
        of: WordsOf::Letter,
        id: id.to_string(),
        text: reply.letter,
        language: Language::tagged(&reply.letter_language).unwrap_or_else(Language::english),
        author_name: student.called().to_owned(),
        may_render: student.standing.may_at_all(Action::Translate),
        author: Some(student.id),
        path: format!("/conference/{}#r-{id}", conference.id),
    }))
}

async fn conference(
    conn: &mut Conn,
    viewer: &Viewer,
    id: &crate::id::ConferenceId,
) -> Result<Option<(Conference, Student)>, StoreError> {
    let Some(conference) = Conference::find(conn, &viewer.school_id, id).await? else { return Ok(None) };
    let student = Student::seen_by(conn, viewer, &conference.student_id).await?;
    let student = student.filter(|student| student.standing.may_at_all(Action::SeeConference));
    Ok(student.map(|student| (conference, student)))
}

/// A target is the whole school's, and so is what stands beside it: only the school's own people put something there, since
/// every family reads their names.
async fn target(conn: &mut Conn, viewer: &Viewer, id: &TargetId) -> FoundWords {
    let target = Target::find(conn, &viewer.school_id, id).await?;
    let is_open = |action| may(Some(viewer.role), Relation::OtherAdvisory, action, Audience::Conference);
    Ok(target.filter(|target| !target.is_withdrawn && is_open(Action::SeeTargets)).map(|target| Original {
        of: WordsOf::Target,
        id: id.to_string(),
        text: Original::of_target(&target),
        language: viewer.school_languages.0.first().cloned().unwrap_or_else(Language::english),
        author: None,
        author_name: viewer.school_name.clone(),
        path: format!("/targets#{id}"),
        may_render: is_open(Action::TranslateTargets),
    }))
}
