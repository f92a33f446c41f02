//! Somebody's words, of whichever kind, found by whoever reads them: to be hidden, or to be reported.

use kinfolio::definition::Saying;
use kinfolio::hidden::HiddenKind;
use kinfolio::id::{ContributionId, PersonId, RemarkId, ReplyId, TestimonyId};
use kinfolio::language::Language;
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::Conn;

use crate::asking::Asking;
use crate::definition::words::{author, in_short, named};
use crate::refusal::Refusal;

/// Somebody's words, found by whoever reads them.
pub(crate) struct WordsRead {
    pub kind: HiddenKind,
    /// Their id.
    pub thing: String,
    pub student: Student,
    pub author_id: PersonId,
    pub role: Role,
    pub author: String,
    pub words: String,
    /// All that can be read of them, for a copy.
    pub copy: String,
    pub had_sound: bool,
    pub had_photo: bool,
    pub language: Language,
    /// Where they stand.
    pub back: String,
}

impl WordsRead {
    /// Where something is done with them.
    pub fn address(&self, what: &str) -> String {
        format!("/{}/{}/{what}", self.kind, self.thing)
    }
}

/// All that is not empty, one after another.
fn whole(parts: &[&str]) -> String {
    let there: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    there.join("\n\n")
}

/// All that can be read: what was typed, what is said in the recording, and what is on the paper.
fn in_full(said: &Saying) -> String {
    let on_paper = said.photo.as_ref().map_or("", |photo| photo.words.as_str());
    whole(&[&said.text, &said.transcript, on_paper])
}

/// Words of the definition.
pub(crate) async fn contribution(asking: &Asking, conn: &mut Conn, id: &ContributionId) -> Result<WordsRead, Refusal> {
    let (definition, student, own) = crate::definition::words_seen(asking, conn, id, Action::SeeSection).await?;
    Ok(WordsRead {
        kind: HiddenKind::Contribution,
        thing: id.to_string(),
        author: author(&own),
        words: in_short(&own.said),
        copy: in_full(&own.said),
        had_sound: own.said.sound.is_some(),
        had_photo: own.said.photo.is_some(),
        language: own.said.language,
        author_id: own.author_id,
        role: own.author_role,
        back: crate::definition::path(&definition),
        student,
    })
}

/// Something said beside the words of the definition.
pub(crate) async fn remark(asking: &Asking, conn: &mut Conn, id: &RemarkId) -> Result<WordsRead, Refusal> {
    let (remark, student, back) = crate::definition::beside::remark_seen(asking, conn, id).await?;
    Ok(WordsRead {
        kind: HiddenKind::Remark,
        thing: id.to_string(),
        author: named(&remark.author_name, remark.author_kinship.as_deref()),
        copy: remark.text.clone(),
        words: remark.text,
        had_sound: false,
        had_photo: false,
        language: remark.language,
        author_id: remark.author_id,
        role: remark.author_role,
        back,
        student,
    })
}

/// Something said back to a conference.
pub(crate) async fn reply(asking: &Asking, conn: &mut Conn, id: &ReplyId) -> Result<WordsRead, Refusal> {
    let (reply, conference, student) = crate::conference::reply::reply(asking, conn, id, Action::SeeConference).await?;
    let kinship = (!reply.kinship.is_empty()).then_some(reply.kinship.as_str());
    Ok(WordsRead {
        kind: HiddenKind::Reply,
        thing: id.to_string(),
        author: named(&reply.author, kinship),
        copy: whole(&[&reply.said.text, &reply.said.transcript]),
        had_sound: reply.said.sound.is_some(),
        had_photo: false,
        words: if reply.said.text.is_empty() { reply.said.transcript } else { reply.said.text },
        language: reply.said.language,
        author_id: reply.author_id,
        role: Role::Family,
        back: format!("/conference/{}#replies", conference.id),
        student,
    })
}

/// Something told about the student.
pub(crate) async fn testimony(asking: &Asking, conn: &mut Conn, id: &TestimonyId) -> Result<WordsRead, Refusal> {
    let (told, student) = crate::testimony::found(asking, conn, id, Action::SeePortfolio).await?;
    let kinship = (!told.kinship.is_empty()).then_some(told.kinship.as_str());
    let leads = student.standing.role == Role::Student;
    let back = format!("/student/{}/{}", student.id, if leads { "testimonies" } else { "portfolio" });
    Ok(WordsRead {
        kind: HiddenKind::Testimony,
        thing: id.to_string(),
        author: named(&told.author, kinship),
        words: in_short(&told.told.said),
        copy: whole(&[&told.told.title, &told.told.place, &in_full(&told.told.said)]),
        had_sound: told.told.said.sound.is_some(),
        had_photo: told.told.said.photo.is_some(),
        language: told.told.said.language,
        author_id: told.author_id,
        role: Role::Family,
        back,
        student,
    })
}
