//! What is new to somebody of a student's family since they came last. Each thing is one line, wherever it happened and however
//! often; there is no number in it that says anything about a student.

use std::collections::HashMap;

use crate::at::At;
use crate::definition::{Definition, Section};
use crate::id::PersonId;
use crate::language::Language;
use crate::person::{Student, Viewer};
use crate::policy::{Action, Audience};
use crate::store::{Conn, Ids, StoreError, all, ids_in};

/// A pause of this long ends a sitting: what is read after it, is read on another visit. A cup of tea is no such pause.
const SITTING_PAUSE: i64 = 4 * 60 * 60 * 1000;
/// How far back a visit can lie that something is new since, in days: who was away longer begins anew.
const REMEMBERED_DAYS: i64 = 400;

kinds! {
    /// What a family member wants to hear of.
    pub enum FamilyNewsKind {
        /// A conference is planned. About the conference, as are the next five.
        Planned = "planned",
        /// It is on another day.
        Moved = "moved",
        /// It will not be.
        CalledOff = "called-off",
        /// The student wrote back to what they said.
        Letter = "letter",
        /// Somebody promised something.
        Promise = "promise",
        /// Somebody said how a promise went.
        Outcome = "outcome",
        /// Somebody looked back on it.
        LookedBack = "looked-back",
        /// Somebody answered words of theirs. About the contribution.
        Answer = "answer",
        /// Everybody is asked whether the wording is right. About the definition, as is the next.
        Asked = "asked",
        /// There are new words in the definition.
        Definition = "definition",
        /// A work is shown to them, or was changed. About the work.
        Work = "work",
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct FamilyNews {
    pub kind: FamilyNewsKind,
    pub student_id: PersonId,
    /// The id of what it is about.
    pub about: String,
    /// The id of what was said there; may be empty.
    pub said: String,
    pub author_id: PersonId,
    /// What the author likes to be called.
    pub author: String,
    pub at: At,
    /// Of a conference: when it begins.
    pub starts_at: Option<At>,
    /// Of a work: its title, as it was typed.
    pub title: String,
    /// The language of that title.
    pub language: Option<Language>,
    /// Whom a work is meant for.
    audience: Option<Audience>,
    /// Where in the definition it is.
    section: Option<Section>,
    /// The definition it is in.
    definition_id: Option<String>,
}

/// What is new with one student.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewSince {
    /// When they were here last; none on the first visit, when nothing is newer than anything else.
    pub last_visit: Option<At>,
    /// The newest first.
    pub news: Vec<FamilyNews>,
}

/// When the last sitting before this one ended. `visits` are from and until when pages were read, the latest first. So a page
/// that is loaded anew, or one more page, makes nothing old.
pub fn last_visit(visits: &[(At, At)], now: At) -> Option<At> {
    let mut begun = now;
    for (from, until) in visits {
        if begun.0.saturating_sub(until.0) >= SITTING_PAUSE {
            return Some(*until);
        }
        begun = begun.min(*from);
    }
    None
}

/// When somebody read a page of each of these students last, be it a moment ago.
pub(crate) async fn last_read(
    conn: &mut Conn,
    viewer: &Viewer,
    students: &[Student],
    now: At,
) -> Result<HashMap<PersonId, At>, StoreError> {
    let mut last: HashMap<PersonId, At> = HashMap::new();
    for (student, _, until) in store::visits(conn, viewer, students, now).await? {
        let read = last.entry(student).or_insert(until);
        *read = until.max(*read);
    }
    Ok(last)
}

/// Of all that happened, what is new to a reader who was there `since` then: not what they did themselves, and of several
/// things of one kind about one thing the newest.
pub fn new_since(mut happened: Vec<FamilyNews>, reader: &PersonId, since: At) -> Vec<FamilyNews> {
    happened.retain(|news| news.at > since && news.author_id != *reader);
    happened.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| one.about.cmp(&other.about)));
    let mut news: Vec<FamilyNews> = Vec::new();
    for one in happened {
        let is_told = |other: &FamilyNews| {
            other.about == one.about && other.student_id == one.student_id && other.kind.tells(one.kind)
        };
        if !news.iter().any(is_told) {
            news.push(one);
        }
    }
    news
}

impl NewSince {
    /// What was new with each of these students since then to whoever looks, whether they were here or not.
    pub async fn of_each_since(
        conn: &mut Conn,
        viewer: &Viewer,
        students: &[Student],
        since: At,
        now: At,
    ) -> Result<HashMap<PersonId, Vec<FamilyNews>>, StoreError> {
        let happened = FamilyNews::since(conn, viewer, students, since, now).await?;
        let new = |(student, happened)| (student, new_since(happened, &viewer.person_id, since));
        Ok(happened.into_iter().map(new).collect())
    }
}

impl FamilyNewsKind {
    /// Whether who reads that knows the other thing, too.
    fn tells(self, other: Self) -> bool {
        self == other
            // Who hears that it is on another day, or off, hears that it was planned.
            || matches!(
                (self, other),
                (Self::Moved, Self::Planned) | (Self::CalledOff, Self::Planned | Self::Moved) | (Self::Asked, Self::Definition)
            )
    }
}

impl FamilyNews {
    /// Whether the reader may see it: what is not for them did not happen.
    fn is_for(&self, student: &Student, definition: Option<&Definition>) -> bool {
        let action = match self.kind {
            FamilyNewsKind::Work => Action::SeeWork,
            FamilyNewsKind::Answer | FamilyNewsKind::Asked | FamilyNewsKind::Definition => Action::SeeSection,
            _ => Action::SeeConference,
        };
        if let Some(id) = &self.definition_id {
            // One that was agreed in an earlier year is not news.
            let Some(definition) = definition.filter(|one| one.id.as_str() == id && !one.is_earlier) else {
                return false;
            };
            return match self.section {
                Some(section) => definition.may(student.standing, action, section),
                None => !definition.sections(student.standing).is_empty(),
            };
        }
        student.standing.may(action, self.audience.unwrap_or(Audience::Conference))
    }

    /// What is new with each of these students since whoever looks was there last.
    pub async fn of_each(
        conn: &mut Conn,
        viewer: &Viewer,
        students: &[Student],
        now: At,
    ) -> Result<HashMap<PersonId, NewSince>, StoreError> {
        let visits = store::visits(conn, viewer, students, now).await?;
        let mut new: HashMap<PersonId, NewSince> = HashMap::new();
        for student in students {
            let own: Vec<(At, At)> =
                visits.iter().filter(|(of, ..)| *of == student.id).map(|(_, from, until)| (*from, *until)).collect();
            let last_visit = last_visit(&own, now);
            new.insert(student.id.clone(), NewSince { last_visit, news: Vec::new() });
        }
        let Some(since) = new.values().filter_map(|new| new.last_visit).min() else { return Ok(new) };
        let mut happened = Self::since(conn, viewer, students, since, now).await?;
        for (student, new) in &mut new {
            let Some(since) = new.last_visit else { continue };
            new.news = new_since(happened.remove(student).unwrap_or_default(), &viewer.person_id, since);
        }
        Ok(new)
    }

    /// What happened with each of these students since then, as far as whoever looks may see it.
    pub(crate) async fn since(
        conn: &mut Conn,
        viewer: &Viewer,
        students: &[Student],
        since: At,
        now: At,
    ) -> Result<HashMap<PersonId, Vec<Self>>, StoreError> {
        let ids = || students.iter().map(|student| &student.id);
        let all = store::happened(conn, viewer, students, since, now).await?;
        let definitions = match all.iter().any(|news| news.definition_id.is_some()) {
            true => Definition::current_of_each(conn, &viewer.school_id, ids()).await?,
            false => HashMap::new(),
        };
        let definitions: HashMap<PersonId, Definition> = definitions
            .into_iter()
            .map(|(student, definition)| (student, definition.looked_at_by(&viewer.person_id)))
            .collect();
        let mut of_each: HashMap<PersonId, Vec<Self>> = HashMap::new();
        for news in all {
            let Some(student) = students.iter().find(|student| student.id == news.student_id) else { continue };
            if news.is_for(student, definitions.get(&student.id)) {
                of_each.entry(student.id.clone()).or_default().push(news);
            }
        }
        Ok(of_each)
    }
}

mod store {
    use super::*;

    /// From and until when somebody read pages of these students, the latest first.
    pub(super) async fn visits(
        conn: &mut Conn,
        viewer: &Viewer,
        students: &[Student],
        now: At,
    ) -> Result<Vec<(PersonId, At, At)>, StoreError> {
        all!(
            conn,
            concat!(
                "SELECT student_id, at, last_at FROM visit
                 WHERE school_id = $1 AND person_id = $2 AND last_at > $4 AND student_id IN ",
                ids_in!("$3"),
                " ORDER BY last_at DESC"
            ),
            &viewer.school_id,
            &viewer.person_id,
            Ids::of(students.iter().map(|student| &student.id)),
            now.plus_days(-REMEMBERED_DAYS)
        )
    }

    /// Everything that happened with these students since then, whoever may see it.
    pub(super) async fn happened(
        conn: &mut Conn,
        viewer: &Viewer,
        students: &[Student],
        since: At,
        now: At,
    ) -> Result<Vec<FamilyNews>, StoreError> {
        all!(
            conn,
            concat!(
                "SELECT kind, happened.student_id, about, said, author_id, COALESCE(person.called, person.name) AS author,
                    at, starts_at, title, language, audience, section, definition_id
                 FROM (
                    SELECT 'work' AS kind, student_id, id AS about, '' AS said, student_id AS author_id, changed_at AS at,
                        CAST(NULL AS BIGINT) AS starts_at, title, language, audience, NULL AS section,
                        NULL AS definition_id
                    FROM work WHERE school_id = $1 AND binned_at IS NULL AND audience <> 'me'
                    UNION ALL
                    SELECT 'definition', student_id, definition_id, '', written_by, changed_at, NULL, '', NULL, NULL,
                        section, definition_id
                    FROM statement JOIN definition ON definition.id = definition_id
                    WHERE statement.school_id = $1 AND set_aside_at IS NULL
                    UNION ALL
                    SELECT 'definition', student_id, definition_id, '', author_id, made_at, NULL, '', NULL, NULL, section,
                        definition_id
                    FROM contribution JOIN definition ON definition.id = definition_id
                    WHERE contribution.school_id = $1 AND withdrawn_at IS NULL
                    UNION ALL
                    SELECT 'asked', student_id, definition_id, '', asked_by, asked_at, NULL, '', NULL, NULL, NULL,
                        definition_id
                    FROM definition_version JOIN definition ON definition.id = definition_id
                    WHERE definition_version.school_id = $1 AND affirmed_at IS NULL
                    UNION ALL
                    SELECT 'answer', student_id, remark.contribution_id, remark.id, remark.author_id, remark.made_at, NULL,
                        '', NULL, NULL, contribution.section, remark.definition_id
                    FROM remark JOIN contribution ON contribution.id = remark.contribution_id
                        AND contribution.author_id = $4 AND withdrawn_at IS NULL
                    JOIN definition ON definition.id = remark.definition_id
                    WHERE remark.school_id = $1 AND remark.kind = 'talk'
                    UNION ALL
                    SELECT 'planned', student_id, id, '', student_id, planned_at, starts_at, '', NULL, NULL, NULL, NULL
                    FROM conference WHERE school_id = $1 AND called_off_at IS NULL AND starts_at > $5
                    UNION ALL
                    SELECT 'moved', student_id, id, '', moved_by, moved_at, starts_at, '', NULL, NULL, NULL, NULL
                    FROM conference WHERE school_id = $1 AND moved_at IS NOT NULL AND called_off_at IS NULL
                        AND starts_at > $5
                    UNION ALL
                    SELECT 'called-off', student_id, id, '', called_off_by, called_off_at, starts_at, '', NULL, NULL, NULL,
                        NULL
                    FROM conference WHERE school_id = $1 AND called_off_at IS NOT NULL AND starts_at > $5
                    UNION ALL
                    SELECT 'letter', student_id, conference_id, reply.id, student_id, letter_at, starts_at, '', NULL, NULL,
                        NULL, NULL
                    FROM reply JOIN conference ON conference.id = conference_id AND called_off_at IS NULL
                    WHERE reply.school_id = $1 AND reply.author_id = $4 AND letter <> ''
                    UNION ALL
                    SELECT 'promise', student_id, conference_id, commitment.id, author_id, made_at, starts_at, '', NULL,
                        NULL, NULL, NULL
                    FROM commitment JOIN conference ON conference.id = conference_id AND called_off_at IS NULL
                    WHERE commitment.school_id = $1
                    UNION ALL
                    SELECT 'outcome', student_id, conference_id, commitment.id, answered_by, answered_at, starts_at, '',
                        NULL, NULL, NULL, NULL
                    FROM commitment JOIN conference ON conference.id = conference_id AND called_off_at IS NULL
                    WHERE commitment.school_id = $1 AND answered_at IS NOT NULL
                    UNION ALL
                    SELECT 'looked-back', student_id, conference_id, '', author_id, made_at, starts_at, '', NULL, NULL,
                        NULL, NULL
                    FROM afterword JOIN conference ON conference.id = conference_id AND called_off_at IS NULL
                    WHERE afterword.school_id = $1
                 ) happened JOIN person ON person.id = happened.author_id
                 WHERE at > $3 AND happened.student_id IN ",
                ids_in!("$2"),
                " ORDER BY at DESC, about"
            ),
            &viewer.school_id,
            Ids::of(students.iter().map(|student| &student.id)),
            since,
            &viewer.person_id,
            now
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 60 * 60 * 1000;

    #[test]
    fn what_was_read_a_moment_ago_is_no_other_visit() {
        let at = |hour: i64| At(1_000_000_000_000 + hour * HOUR);
        let now = at(100);
        let table = [
            (vec![], None),
            // This very page, loaded anew.
            (vec![(now, now)], None),
            (vec![(at(98), at(99)), (at(70), at(71))], Some(at(71))),
            // An evening with a pause for dinner.
            (vec![(at(99), at(100)), (at(95), at(96)), (at(80), at(91))], Some(at(91))),
            (vec![(at(70), at(71))], Some(at(71))),
            // A clock that was set back.
            (vec![(at(101), at(102)), (at(50), at(51))], Some(at(51))),
        ];
        for (visits, last) in table {
            assert_eq!(last_visit(&visits, now), last, "{visits:?}");
        }
    }

    /// One line of the table: kind, what it is about, who did it, when.
    fn read(line: &str, people: &HashMap<&str, PersonId>) -> FamilyNews {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [kind, about, author, at] = words.as_slice() else { panic!("{line}") };
        FamilyNews {
            kind: FamilyNewsKind::named(kind).unwrap(),
            student_id: people["alma"].clone(),
            about: (*about).to_owned(),
            said: String::new(),
            author_id: people[author].clone(),
            author: (*author).to_owned(),
            at: At(at.parse().unwrap()),
            starts_at: None,
            title: String::new(),
            language: None,
            audience: None,
            section: None,
            definition_id: None,
        }
    }

    #[test]
    fn what_is_new_is_said_once_and_never_of_ones_own() {
        let people: HashMap<&str, PersonId> = ["alma", "rosa", "byrne"].map(|name| (name, PersonId::new())).into();
        // What happened; what is new to Rosa, who was there at 10.
        let table = [
            ("", ""),
            ("work quilt alma 9", ""),
            ("work quilt alma 10", ""),
            ("work quilt alma 11", "work quilt"),
            ("work quilt alma 11, work drum alma 12", "work drum, work quilt"),
            ("work quilt alma 11, work quilt alma 13, work drum alma 12", "work quilt, work drum"),
            ("promise june rosa 11", ""),
            ("promise june rosa 11, promise june byrne 12", "promise june"),
            ("definition d rosa 12, definition d alma 11", "definition d"),
            // One sentence says both.
            ("planned june alma 11, moved june byrne 12", "moved june"),
            ("moved june byrne 12, called-off june alma 13", "called-off june"),
            ("definition d alma 11, asked d alma 12", "asked d"),
            ("definition d alma 13, asked d alma 12", "definition d, asked d"),
            (
                "letter june alma 11, looked-back june alma 12, outcome june byrne 13",
                "outcome june, looked-back june, letter june",
            ),
        ];
        for (happened, new) in table {
            let lines = happened.split(", ").filter(|line| !line.is_empty()).map(|line| read(line, &people)).collect();
            let told: Vec<String> = new_since(lines, &people["rosa"], At(10))
                .into_iter()
                .map(|news| format!("{} {}", news.kind, news.about))
                .collect();
            assert_eq!(told.join(", "), new, "{happened}");
        }
    }
}
