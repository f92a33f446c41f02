//! What a definition's page shows, loaded for whoever looks.

use kinfolio::day::Day;
use kinfolio::definition::{
    Answered, Contribution, Definition, Evidence, Looked, Remark, Statement, Translation, Version, VersionMark,
};
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::rendition::InCircle;
use kinfolio::store::Conn;

use super::around::Around;
use super::part::QuiltParts;
use super::review::today;
use crate::asking::Asking;
use crate::parts::Voice;
use crate::refusal::Refusal;
use crate::rendition::Renditions;

/// Everything on the page, as far as it is open to whoever looks.
pub(super) struct Sight {
    pub around: Around,
    pub viewer: Viewer,
    pub everything: QuiltParts,
    pub aside: Vec<Statement>,
    pub newest: Option<Version>,
    pub people: Vec<Answered>,
    pub affirmed: Vec<VersionMark>,
    /// What was said of the year before, and the definitions before this one, the newest first.
    pub looked: Vec<Looked>,
    pub earlier: Vec<Definition>,
    /// Whether the student has a conference that is not over.
    pub has_conference: bool,
    /// Whether the school year has turned since.
    pub turned: bool,
    pub today: Day,
    /// Who is around the student, for the advisor.
    pub circle: Vec<InCircle>,
}

/// Loads everything on the page.
pub(super) async fn sight(
    asking: &Asking,
    conn: &mut Conn,
    definition: Definition,
    earlier: Vec<Definition>,
    student: Student,
) -> Result<Sight, Refusal> {
    let viewer = asking.viewer()?.clone();
    let definition = definition.looked_at_by(&viewer.person_id);
    let earlier: Vec<Definition> = earlier.into_iter().map(|one| one.looked_at_by(&viewer.person_id)).collect();
    let everything = Statement::all_of_definition(conn, &definition, student.standing).await?;
    let (statements, aside): (Vec<Statement>, _) =
        everything.into_iter().partition(|statement| statement.set_aside_at.is_none());
    let newest = Version::newest_of(conn, &definition).await?;
    let people = Answered::of_version(conn, &definition, newest.as_ref().map(|version| &version.id)).await?;
    let voices = people.iter().map(|person| (person.person_id.clone(), Voice::of(person.role))).collect();
    let contributions = Contribution::of_definition(conn, &definition, student.standing).await?;
    let translations = Translation::of(conn, &definition, &contributions).await?;
    let renditions = Renditions::beside(conn, &viewer, statements.iter().map(|one| &one.id)).await?;
    let looked = match earlier.is_empty() {
        true => Vec::new(),
        false => Looked::of_definition(conn, &definition, &earlier, student.standing).await?,
    };
    // Only whoever would be led to planning is asked for what is planned.
    let is_affirmed = newest.as_ref().is_some_and(|version| version.affirmed_at.is_some());
    let has_conference = is_affirmed
        && viewer.role == Role::Student
        && student.conferences(conn).await?.iter().any(|conference| conference.facts.starts_at >= asking.now());
    let circle = match viewer.role {
        Role::Advisor => InCircle::of(conn, &student).await?,
        _ => Vec::new(),
    };
    Ok(Sight {
        circle,
        has_conference,
        everything: QuiltParts {
            statements,
            contributions,
            evidence: Evidence::of_definition(conn, &definition, student.standing).await?,
            remarks: Remark::of_definition(conn, &definition).await?,
        },
        aside,
        people,
        affirmed: definition.affirmed(conn).await?,
        looked,
        earlier,
        today: today(asking)?,
        turned: !definition.is_earlier && definition.is_over(asking.now(), &viewer.time_zone),
        around: Around { translations, renditions, voices, ..Around::of(definition, student, &viewer) },
        newest,
        viewer,
    })
}
