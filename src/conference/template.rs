//! A school's own plans to start from.

use serde::{Deserialize, Serialize};

use super::ConferenceForm;
use super::moment::{MOST_MINUTES, MomentWords, Purpose};
use crate::field::{self, FieldName};
use crate::id::PlanTemplateId;
use crate::language::Language;
use crate::words::{Problem, Problems, line, optional_line};

/// How many moments a template can have.
pub const MOST_ROWS: usize = 15;

/// A plan to start from.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PlanTemplate {
    pub id: PlanTemplateId,
    #[sqlx(flatten)]
    pub words: TemplateWords,
    /// What a change must have been made from.
    pub version: i64,
    /// Kept, and not offered any more.
    pub is_put_away: bool,
}

/// What a template says.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct TemplateWords {
    pub name: String,
    pub form: ConferenceForm,
    /// Of its names.
    pub language: Language,
    pub moments: Rows,
}

/// The moments of a template, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rows(pub Vec<TemplateRow>);

/// One moment of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateRow {
    pub name: String,
    pub purpose: Purpose,
    pub minutes: i64,
}

kept_as_text!(Rows, |rows: &Rows| serde_json::to_string(rows).unwrap_or_default(), |text: &str| Ok(
    serde_json::from_str(text)?
));

impl TemplateWords {
    /// How long it takes.
    pub fn minutes(&self) -> i64 {
        self.moments.0.iter().map(|row| row.minutes).sum()
    }

    /// The moments it starts a plan with.
    pub fn starting(&self) -> impl Iterator<Item = MomentWords> {
        self.moments
            .0
            .iter()
            .map(|row| MomentWords::new(row.name.clone(), row.purpose, row.minutes, self.language.clone()))
    }
}

/// A moment as it was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct TypedRow<'t> {
    pub name: &'t str,
    pub purpose: &'t str,
    pub minutes: &'t str,
}

/// A template as it was typed, checked. A moment without a name is none.
///
/// # Errors
/// What is wrong, by field; those of a moment end in its number, from 1.
pub fn checked(name: &str, form: &str, language: &str, typed: &[TypedRow<'_>]) -> Result<TemplateWords, Problems> {
    let mut problems = Problems::default();
    let name = problems.take(field::NAME, line(name));
    let mut rows = Vec::new();
    for (place, typed) in typed.iter().take(MOST_ROWS).enumerate() {
        let row = |name: FieldName| name.row(place + 1);
        let name = problems.take(row(field::NAME), optional_line(typed.name));
        if name.is_empty() {
            continue;
        }
        let minutes = typed.minutes.trim().parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
        match (minutes, Purpose::named(typed.purpose)) {
            (Some(minutes), Some(purpose)) => rows.push(TemplateRow { name, purpose, minutes }),
            (None, _) => problems.note(row(field::MINUTES), Problem::NotANumber { min: 1, max: MOST_MINUTES }),
            (_, None) => problems.note(row(field::PURPOSE), Problem::Choose),
        }
    }
    if rows.is_empty() {
        problems.note(field::NAME.row(1), Problem::Missing);
    }
    match (ConferenceForm::named(form), Language::tagged(language)) {
        (Some(form), Some(language)) => problems.or(TemplateWords { name, form, language, moments: Rows(rows) }),
        (form, _) => {
            problems.note(if form.is_none() { field::FORM } else { field::LANGUAGE }, Problem::Choose);
            Err(problems)
        }
    }
}

mod store {
    use super::*;
    use crate::at::At;
    use crate::id::SchoolId;
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, maybe, run};

    impl PlanTemplate {
        /// All of a school's, those that are put away too, by name.
        pub async fn all(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Self>, StoreError> {
            all!(
                conn,
                "SELECT id, name, form, language, moments, version, put_away_at IS NOT NULL AS is_put_away
                 FROM plan_template WHERE school_id = $1 ORDER BY name, id",
                school
            )
        }

        /// The one of this school with this id.
        pub async fn find(conn: &mut Conn, school: &SchoolId, id: &PlanTemplateId) -> Result<Option<Self>, StoreError> {
            maybe!(
                conn,
                "SELECT id, name, form, language, moments, version, put_away_at IS NOT NULL AS is_put_away
                 FROM plan_template WHERE school_id = $1 AND id = $2",
                school,
                id
            )
        }

        /// Keeps a new one. Sent twice, there is one.
        pub async fn add(
            tx: &mut Tx,
            school: &SchoolId,
            id: &PlanTemplateId,
            words: &TemplateWords,
        ) -> Result<Saved, StoreError> {
            run!(
                tx,
                "INSERT INTO plan_template (id, school_id, name, form, language, moments, version)
                 VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT (id) DO NOTHING",
                id,
                school,
                &words.name,
                words.form,
                &words.language,
                &words.moments
            )?;
            Ok(Saved::if_theirs(Self::find(tx, school, id).await?.is_some()))
        }

        /// Changes it, when it still is the one that the change was made from.
        pub async fn change(
            &self,
            tx: &mut Tx,
            school: &SchoolId,
            made_from: i64,
            words: &TemplateWords,
        ) -> Result<Saved, StoreError> {
            let changed = run!(
                tx,
                "UPDATE plan_template SET name = $4, form = $5, language = $6, moments = $7, version = version + 1
                 WHERE school_id = $1 AND id = $2 AND version = $3",
                school,
                &self.id,
                made_from,
                &words.name,
                words.form,
                &words.language,
                &words.moments
            )?;
            Ok(Saved::unless_stale(changed))
        }

        /// Puts it away, or offers it again.
        pub async fn put_away(&self, tx: &mut Tx, school: &SchoolId, away: Option<At>) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE plan_template SET put_away_at = $3 WHERE school_id = $1 AND id = $2",
                school,
                &self.id,
                away
            )?;
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row<'t>(name: &'t str, purpose: &'t str, minutes: &'t str) -> TypedRow<'t> {
        TypedRow { name, purpose, minutes }
    }

    #[test]
    fn empty_rows_are_no_moments_and_the_rest_starts_a_plan() {
        let rows = [row("Welcome", "welcome", "2"), row(" ", "work", ""), row("A work", "work", "9")];
        let words = checked("Harvest circle", "circle", "en", &rows).unwrap();
        assert_eq!(words.minutes(), 11);
        assert_eq!(words.starting().map(|moment| moment.name).collect::<Vec<_>>(), ["Welcome", "A work"]);
    }

    #[test]
    fn what_is_wrong_is_said_beside_its_row() {
        let rows = [row("Welcome", "welcome", "99999999999999999999"), row("A work", "<b>", "2")];
        let problems = checked("", "round", "en", &rows).unwrap_err();
        let fields: Vec<&str> = problems.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["form", "minutes_1", "name", "name_1", "purpose_2"]);
    }
}
