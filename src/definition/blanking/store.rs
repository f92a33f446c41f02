//! Finding somebody's words in statements, and blanking them.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::copies;
use super::past::{PastWords, dated_edits};
use super::{OwnWords, WroteOn};
use crate::at::At;
use crate::definition::{Definition, Pieces, Section, VersionWording};
use crate::id::{DefinitionId, SchoolId, StatementId, VersionId};
use crate::language::Language;
use crate::person::Viewer;
use crate::policy::Audience;
use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};
use crate::together::{ClientId, SharedText, clients, is_blank, take_client_id};

/// How many statements of the school years before and after are followed.
const MOST_COPIES: usize = 40;

/// A statement, as far as blanking has to know it.
#[derive(sqlx::FromRow)]
struct WrittenLine {
    id: StatementId,
    definition_id: DefinitionId,
    section: Section,
    pieces: Pieces,
    language: Language,
    student_name: String,
}

/// A version, as far as blanking has to know it.
#[derive(sqlx::FromRow)]
struct AskedVersion {
    id: VersionId,
    wording: VersionWording,
    asked_at: At,
}

impl OwnWords {
    /// What somebody wrote into a statement; `None` when they never wrote on it. Asks for nothing but whose letters they are:
    /// they may be somebody who does not see the statement any more.
    pub async fn of(conn: &mut Conn, viewer: &Viewer, id: &StatementId) -> Result<Option<Self>, StoreError> {
        let (school, person) = (&viewer.school_id, &viewer.person_id);
        if pens(conn, viewer, id).await? == (0, 0) {
            return Ok(None);
        }
        let Some(line) = WrittenLine::find(conn, school, id).await? else { return Ok(None) };
        let mut own = Self {
            section: line.section,
            language: line.language.clone(),
            student_name: line.student_name.clone(),
            now: line.pieces.written_by(person),
            before: Vec::new(),
            audience: Audience::Me,
            is_chosen: false,
            is_any: false,
        };
        for id in with_copies(conn, school, id).await? {
            let Some(line) = WrittenLine::find(conn, school, &id).await? else { continue };
            let (wrote, unblanked) = pens(conn, viewer, &id).await?;
            own.is_any |= unblanked > 0;
            if wrote == 0 {
                continue;
            }
            let mut found = line.pieces.written_by(person);
            if let Some(definition) = Definition::find(conn, school, &line.definition_id).await? {
                own.audience = own.audience.max(definition.audience(line.section));
                own.is_chosen |= definition.chosen.iter().any(|(section, _)| *section == line.section);
            }
            let asked = AskedVersion::of(conn, school, &line.definition_id).await?;
            let past = PastWords::of(conn, school, &id, &unknown(&asked, &id)).await?;
            for version in &asked {
                for line in version.wording.0.iter().filter(|line| line.statement == id) {
                    let words = line.pieces_for(person, &past, version.asked_at).written_by(person);
                    if !words.is_empty() {
                        own.audience = own.audience.max(line.audience);
                    }
                    found.extend(words);
                }
            }
            for words in found {
                own.is_any = true;
                if !own.now.contains(&words) && !own.before.contains(&words) {
                    own.before.push(words);
                }
            }
        }
        Ok(Some(own))
    }

    /// Takes what somebody wrote into a statement back for good, there and wherever it was copied to. Gives the statements that
    /// read differently by now; none when there was nothing left to take back, and `None` when they never wrote on it.
    pub async fn blank(
        tx: &mut Tx,
        viewer: &Viewer,
        id: &StatementId,
        now: At,
    ) -> Result<Option<Vec<StatementId>>, StoreError> {
        let Some(own) = Self::of(tx, viewer, id).await? else { return Ok(None) };
        let mut blanked = Vec::new();
        if own.is_any {
            for id in with_copies(tx, &viewer.school_id, id).await? {
                if pens(tx, viewer, &id).await?.0 > 0 {
                    blank_one(tx, viewer, &id, now).await?;
                    blanked.push(id);
                }
            }
        }
        Ok(Some(blanked))
    }
}

impl WroteOn {
    /// The statements of the school in which somebody's words stand, of this year's definitions and of earlier ones.
    pub async fn of(conn: &mut Conn, viewer: &Viewer) -> Result<Vec<Self>, StoreError> {
        let lines: Vec<WrittenLine> = all!(
            conn,
            "SELECT statement.id, definition_id, section, pieces, statement.language, person.name AS student_name
             FROM statement JOIN definition ON definition.id = definition_id JOIN person ON person.id = student_id
             WHERE statement.school_id = $1
                AND statement.id IN (SELECT statement_id FROM statement_pen WHERE school_id = $1 AND person_id = $2)
             ORDER BY person.name, started_at DESC, position, statement.id",
            &viewer.school_id,
            &viewer.person_id
        )?;
        let wrote = lines.into_iter().map(|line| Self {
            words: line.pieces.written_by(&viewer.person_id),
            statement: line.id,
            section: line.section,
            student_name: line.student_name,
            language: line.language,
        });
        Ok(wrote.filter(|wrote| !wrote.words.is_empty()).collect())
    }
}

impl WrittenLine {
    async fn find(conn: &mut Conn, school: &SchoolId, id: &StatementId) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            "SELECT statement.id, definition_id, section, pieces, statement.language, person.name AS student_name
             FROM statement JOIN definition ON definition.id = definition_id JOIN person ON person.id = student_id
             WHERE statement.school_id = $1 AND statement.id = $2",
            school,
            id
        )
    }
}

impl AskedVersion {
    async fn of(conn: &mut Conn, school: &SchoolId, definition: &DefinitionId) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            "SELECT id, wording, asked_at FROM definition_version WHERE school_id = $1 AND definition_id = $2
             ORDER BY number",
            school,
            definition
        )
    }
}

/// How many client ids somebody has on a statement, and with how many of them they wrote what is not taken back.
async fn pens(conn: &mut Conn, viewer: &Viewer, id: &StatementId) -> Result<(i64, i64), StoreError> {
    one!(
        conn,
        "SELECT count(*), coalesce(sum(CASE WHEN blanked_at IS NULL THEN 1 ELSE 0 END), 0) FROM statement_pen
         WHERE school_id = $1 AND statement_id = $2 AND person_id = $3",
        &viewer.school_id,
        id,
        &viewer.person_id
    )
}

/// A statement with those it was brought along from or to, in other school years: the same letters stand in them.
async fn with_copies(conn: &mut Conn, school: &SchoolId, id: &StatementId) -> Result<Vec<StatementId>, StoreError> {
    let mut ids = vec![id.clone()];
    let mut place = 0;
    while let Some(id) = ids.get(place).filter(|_| place < MOST_COPIES).cloned() {
        let next: Vec<(StatementId,)> = all!(
            conn,
            "SELECT id FROM statement WHERE school_id = $1 AND (copied_from = $2
                OR id = (SELECT copied_from FROM statement this WHERE this.school_id = $1 AND this.id = $2)) ORDER BY id",
            school,
            &id
        )?;
        for (id,) in next {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        place += 1;
    }
    Ok(ids)
}

/// How a statement reads in versions that do not say who wrote what: those of long ago.
fn unknown(asked: &[AskedVersion], id: &StatementId) -> Vec<String> {
    let lines = asked.iter().flat_map(|version| &version.wording.0).filter(|line| line.statement == *id);
    lines.filter(|line| line.pieces.text() != line.text).map(|line| line.text.clone()).collect()
}

async fn blank_one(tx: &mut Tx, viewer: &Viewer, id: &StatementId, now: At) -> Result<(), StoreError> {
    let (school, person) = (&viewer.school_id, &viewer.person_id);
    let Some(line) = WrittenLine::find(tx, school, id).await? else { return Ok(()) };
    let Some(definition) = Definition::find(tx, school, &line.definition_id).await? else { return Ok(()) };
    // Nobody asks, answers or keeps an edit until this is done.
    definition.hold(tx).await?;
    let (version,): (i64,) = one!(
        tx,
        "UPDATE statement SET version = version + 1 WHERE school_id = $1 AND id = $2 RETURNING version",
        school,
        id
    )?;
    let asked = AskedVersion::of(tx, school, &definition.id).await?;
    let mut texts = unknown(&asked, id);
    texts.extend(copies::names(tx, school, &definition.student_id).await?);
    let past = PastWords::of(tx, school, id, &texts).await?;

    // The text is made anew: places stay as they are for whoever writes on, what was taken out has no letters.
    let theirs: BTreeSet<ClientId> = clients(tx, school, id)
        .await?
        .into_iter()
        .filter_map(|(client_id, whose)| (whose == *person).then_some(client_id))
        .collect();
    let shared = SharedText::new(take_client_id(tx, school, id, person).await?);
    for (_, edit) in dated_edits(tx, school, id).await? {
        let _ = shared.take(&edit);
    }
    shared.blank(&theirs);
    run!(tx, "DELETE FROM statement_edit WHERE school_id = $1 AND statement_id = $2", school, id)?;
    run!(
        tx,
        "INSERT INTO statement_edit (school_id, statement_id, version, edit, made_at) VALUES ($1, $2, $3, $4, $5)",
        school,
        id,
        version,
        STANDARD.encode(shared.whole()),
        now
    )?;
    let pieces = Pieces::of(shared.pieces(), &clients(tx, school, id).await?);
    run!(
        tx,
        "UPDATE statement SET text = $3, pieces = $4, edits_from = $5 WHERE school_id = $1 AND id = $2",
        school,
        id,
        pieces.text(),
        &pieces,
        version
    )?;
    run!(
        tx,
        "UPDATE statement_pen SET blanked_at = $4 WHERE school_id = $1 AND statement_id = $2 AND person_id = $3",
        school,
        id,
        person,
        now
    )?;
    let newest = asked.last().map(|version| version.id.clone());
    for version in asked {
        let is_newest = newest.as_ref() == Some(&version.id);
        blank_version(tx, viewer, id, &past, (version, is_newest), now).await?;
    }
    copies::blank(tx, viewer, &definition, id, &past).await
}

/// Blanks somebody's words in what everybody was asked. What was answered to them counts no longer; the newest version is
/// everybody's to answer again.
async fn blank_version(
    tx: &mut Tx,
    viewer: &Viewer,
    id: &StatementId,
    past: &PastWords,
    (mut version, is_newest): (AskedVersion, bool),
    now: At,
) -> Result<(), StoreError> {
    let (mut is_theirs, mut is_in_it) = (false, false);
    for line in version.wording.0.iter_mut().filter(|line| line.statement == *id) {
        let pieces = line.pieces_for(&viewer.person_id, past, version.asked_at);
        let blanked = pieces.blanked(&viewer.person_id);
        is_theirs |= blanked != pieces;
        is_in_it = true;
        // Who wrote the rest is kept with it: the edits do not tell any more.
        line.text = blanked.text();
        line.pieces = blanked;
    }
    if !is_in_it {
        return Ok(());
    }
    let school = &viewer.school_id;
    run!(
        tx,
        "UPDATE definition_version SET wording = $3 WHERE school_id = $1 AND id = $2",
        school,
        &version.id,
        &version.wording
    )?;
    if !is_theirs {
        return Ok(());
    }
    run!(
        tx,
        "UPDATE affirmation SET lapsed_at = $3 WHERE school_id = $1 AND version_id = $2 AND lapsed_at IS NULL",
        school,
        &version.id,
        now
    )?;
    if is_newest {
        run!(
            tx,
            "UPDATE definition_version SET affirmed_at = NULL WHERE school_id = $1 AND id = $2",
            school,
            &version.id
        )?;
    }
    Ok(())
}

impl crate::definition::Statement {
    /// Whether words in it were taken back since it was at this version: what was made from it then may have them still.
    pub async fn is_blanked_since(
        &self,
        conn: &mut Conn,
        school: &SchoolId,
        from_version: i64,
    ) -> Result<bool, StoreError> {
        let (edits_from,): (i64,) =
            one!(conn, "SELECT edits_from FROM statement WHERE school_id = $1 AND id = $2", school, &self.id)?;
        Ok(from_version < edits_from)
    }

    /// Whether somebody's words stand in it.
    pub fn is_written_by(&self, viewer: &Viewer) -> bool {
        self.pieces.0.iter().any(|(writer, words)| *writer == viewer.person_id && !is_blank(words))
    }
}
