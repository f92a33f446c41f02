//! Bringing learning targets in from a table: its lines become wordings, or troubles; wordings and what the school has
//! become a plan; the plan is carried out, whole or not at all.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Target, Wording, cycle_in, lines_of, note_below};
use crate::id::TargetId;
use crate::table::{self, Column, Line, Unreadable};
use crate::words::{self, Problem};

/// The columns of a table of learning targets.
pub const COLUMNS: &[Column] = &[
    Column::free("key", &["id", "code", "clave", "código", "الرمز", "sourcedId", "identifier"]),
    Column::needed("subject", &["area", "materia", "asignatura", "área", "المادة"], &[]),
    Column::needed(
        "statement",
        &[
            "target",
            "learning target",
            "meta",
            "objetivo",
            "meta de aprendizaje",
            "enunciado",
            "الهدف",
            "fullStatement",
        ],
        &[],
    ),
    Column::needed("criteria", &["criterion", "criterios", "criterio", "المعايير"], &[]),
    Column::free(
        "builds_on",
        &["prerequisites", "prerequisite", "se basa en", "requisitos", "prerrequisitos", "يبني على"],
    ),
];

/// A target as a line describes it. What the line leaves open stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    pub key: String,
    pub subject: String,
    pub statement: String,
    /// One a line; none when the cell is empty.
    pub criteria: Option<String>,
    /// Keys or statements; none when the cell is empty.
    pub builds_on: Vec<String>,
}

/// Why a line is skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It has more cells than the first line names columns.
    TooWide,
    NoSubject,
    NoStatement,
    /// A new target needs criteria.
    NoCriteria,
    TooManyCriteria,
    /// Something on it is longer than fits: the name of the column.
    TooLong(&'static str),
    /// An earlier line has the same statement, or the same key.
    SameAsLine(u64),
    /// It builds on something that is neither at the school nor on a line that can be used.
    NoSuchTarget(String),
}

/// A line that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    pub line: u64,
    /// The statement as it stands there, whatever is wrong with it.
    pub statement: String,
    pub target: Result<Described, Trouble>,
}

/// The targets a table describes, line by line.
pub fn read(text: &str) -> Result<Vec<Read>, Unreadable> {
    let lines = table::read(text, COLUMNS)?;
    let statement = |line: &Line| line.get("statement").chars().take(120).collect();
    Ok(lines
        .iter()
        .map(|line| Read { line: line.number, statement: statement(line), target: described(line) })
        .collect())
}

fn described(line: &Line) -> Result<Described, Trouble> {
    if line.too_wide {
        return Err(Trouble::TooWide);
    }
    let said = |column, missing: Trouble| {
        words::line(line.get(column)).map_err(|problem| match problem {
            Problem::TooLong { .. } => Trouble::TooLong(column),
            _ => missing,
        })
    };
    let criteria = match lines_of(&line.get("criteria").replace('|', "\n")) {
        Ok(criteria) => Some(criteria),
        Err(Problem::Missing) => None,
        Err(Problem::TooManyLines { .. }) => return Err(Trouble::TooManyCriteria),
        Err(_) => return Err(Trouble::TooLong("criteria")),
    };
    Ok(Described {
        key: line.get("key").to_lowercase(),
        subject: said("subject", Trouble::NoSubject)?,
        statement: said("statement", Trouble::NoStatement)?,
        criteria,
        builds_on: line.get("builds_on").split(['|', ';', '\n']).filter_map(|name| words::line(name).ok()).collect(),
    })
}

/// What would happen with a table.
#[derive(Clone, Debug, Default)]
pub struct ImportPlan {
    /// In the order of the file.
    pub lines: Vec<Planned>,
    /// Targets that would build on themselves, by their statements: then nothing of it can be done.
    pub cycle: Option<Vec<String>>,
    targets: Vec<(TargetDeed, Target)>,
}

/// What would happen with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub line: u64,
    pub statement: String,
    pub outcome: LineOutcome,
}

/// What becomes of a line, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineOutcome {
    Added,
    Changed(Vec<ImportNote>),
    Same,
    Skipped(Trouble),
}

/// What changes about a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportNote {
    Subject,
    Wording,
    Criteria,
    BuildsOn,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TargetDeed {
    Add,
    Change,
}

impl ImportPlan {
    /// How many lines are added, changed, the same, skipped.
    pub fn counts(&self) -> [i64; 4] {
        self.lines.iter().fold([0; 4], |mut counts, line| {
            let place = match line.outcome {
                LineOutcome::Added => 0,
                LineOutcome::Changed(_) => 1,
                LineOutcome::Same => 2,
                LineOutcome::Skipped(_) => 3,
            };
            counts[place] += 1;
            counts
        })
    }

    /// Whether carrying it out would change anything.
    pub fn changes_something(&self) -> bool {
        self.cycle.is_none() && !self.targets.is_empty()
    }
}

/// What would happen if these lines were brought to these targets.
pub fn plan(targets: &[Target], read: &[Read]) -> ImportPlan {
    let at_school: HashMap<String, &Target> =
        targets.iter().map(|target| (target.statement.to_lowercase(), target)).collect();
    let mut troubles = own_troubles(&at_school, read);
    // A line that builds on a skipped one is skipped too, and so on.
    let names = loop {
        let names = names(targets, &at_school, read, &troubles);
        let more: Vec<(usize, Trouble)> = usable(read, &troubles)
            .filter_map(|(at, target)| {
                let unknown = target.builds_on.iter().find(|name| !names.contains_key(&name.to_lowercase()))?;
                Some((at, Trouble::NoSuchTarget(unknown.clone())))
            })
            .collect();
        if more.is_empty() {
            break names;
        }
        troubles.extend(more);
    };
    let mut plan = ImportPlan::default();
    let mut builds_on: BTreeMap<TargetId, Vec<TargetId>> =
        targets.iter().map(|target| (target.id.clone(), target.builds_on.clone())).collect();
    for (at, read) in read.iter().enumerate() {
        let outcome = match (&read.target, troubles.get(&at)) {
            (Err(trouble), _) | (_, Some(trouble)) => LineOutcome::Skipped(trouble.clone()),
            (Ok(described), None) => {
                let known = at_school.get(&described.statement.to_lowercase()).copied();
                let target = target(described, known, &names);
                builds_on.insert(target.id.clone(), target.builds_on.clone());
                plan.note(known, target)
            }
        };
        plan.lines.push(Planned { line: read.line, statement: read.statement.clone(), outcome });
    }
    plan.cycle = cycle_in(&builds_on).map(|way| {
        let statements: HashMap<&TargetId, &str> =
            (targets.iter().chain(plan.targets.iter().map(|(_, target)| target)))
                .map(|target| (&target.id, target.statement.as_str()))
                .collect();
        way.iter().map(|id| statements.get(id).copied().unwrap_or_default().to_owned()).collect()
    });
    plan
}

impl ImportPlan {
    /// Notes what is new about a target.
    fn note(&mut self, known: Option<&Target>, target: Target) -> LineOutcome {
        let Some(known) = known else {
            self.targets.push((TargetDeed::Add, target));
            return LineOutcome::Added;
        };
        let notes: Vec<ImportNote> = [
            (ImportNote::Subject, known.subject != target.subject),
            (ImportNote::Wording, known.statement != target.statement),
            (ImportNote::Criteria, known.criteria != target.criteria),
            (ImportNote::BuildsOn, known.builds_on != target.builds_on),
        ]
        .into_iter()
        .filter_map(|(note, is_new)| is_new.then_some(note))
        .collect();
        if notes.is_empty() {
            return LineOutcome::Same;
        }
        self.targets.push((TargetDeed::Change, target));
        LineOutcome::Changed(notes)
    }
}

/// The lines that can be used, as far as we know.
fn usable<'a>(read: &'a [Read], troubles: &'a HashMap<usize, Trouble>) -> impl Iterator<Item = (usize, &'a Described)> {
    let usable = read.iter().enumerate().filter(|(at, _)| !troubles.contains_key(at));
    usable.filter_map(|(at, read)| Some((at, read.target.as_ref().ok()?)))
}

/// What is wrong with lines beside one another: the same thing twice, nothing to see when it is mastered.
fn own_troubles(at_school: &HashMap<String, &Target>, read: &[Read]) -> HashMap<usize, Trouble> {
    let mut seen: HashMap<String, u64> = HashMap::new();
    let mut troubles = HashMap::new();
    for (at, read) in read.iter().enumerate() {
        let Ok(target) = &read.target else { continue };
        let statement = target.statement.to_lowercase();
        let key = format!("\u{0}{}", target.key);
        let has_key = !target.key.is_empty();
        let earlier = seen.get(&statement).or_else(|| seen.get(&key).filter(|_| has_key));
        if let Some(earlier) = earlier {
            troubles.insert(at, Trouble::SameAsLine(*earlier));
        } else if target.criteria.is_none() && !at_school.contains_key(&statement) {
            troubles.insert(at, Trouble::NoCriteria);
        } else {
            seen.insert(statement, read.line);
            if has_key {
                seen.insert(key, read.line);
            }
        }
    }
    troubles
}

/// What targets can be called in the column of what a line builds on: their keys in this file, or their statements.
fn names(
    targets: &[Target],
    at_school: &HashMap<String, &Target>,
    read: &[Read],
    troubles: &HashMap<usize, Trouble>,
) -> HashMap<String, TargetId> {
    let mut names: HashMap<String, TargetId> =
        targets.iter().map(|target| (target.statement.to_lowercase(), target.id.clone())).collect();
    for (_, target) in usable(read, troubles) {
        let statement = target.statement.to_lowercase();
        let id = at_school.get(&statement).map_or_else(TargetId::new, |known| known.id.clone());
        names.insert(statement, id);
    }
    for (_, target) in usable(read, troubles).filter(|(_, target)| !target.key.is_empty()) {
        if let Some(id) = names.get(&target.statement.to_lowercase()).cloned() {
            names.entry(target.key.clone()).or_insert(id);
        }
    }
    names
}

/// A target as it would be.
fn target(described: &Described, known: Option<&Target>, names: &HashMap<String, TargetId>) -> Target {
    let id = names.get(&described.statement.to_lowercase()).cloned().unwrap_or_else(TargetId::new);
    let mut builds_on: Vec<TargetId> =
        described.builds_on.iter().filter_map(|name| names.get(&name.to_lowercase()).cloned()).collect();
    if builds_on.is_empty() {
        builds_on = known.map(|known| known.builds_on.clone()).unwrap_or_default();
    }
    let mut unlike = HashSet::new();
    builds_on.retain(|id| unlike.insert(id.clone()));
    builds_on.sort();
    Target {
        id,
        subject: described.subject.clone(),
        statement: described.statement.clone(),
        criteria: described.criteria.clone().unwrap_or_else(|| known.map(|k| k.criteria.clone()).unwrap_or_default()),
        version: known.map_or(1, |known| known.version),
        is_withdrawn: known.is_some_and(|known| known.is_withdrawn),
        builds_on,
    }
}

mod store {
    use super::*;
    use crate::at::At;
    use crate::id::SchoolId;
    use crate::school::School;
    use crate::store::{StoreError, Tx};

    /// Brings the targets of a table into a school, and says line by line what was done. The plan is made anew from what
    /// the school has now; one with a cycle changes nothing.
    pub async fn apply(tx: &mut Tx, school: &SchoolId, read: &[Read], now: At) -> Result<ImportPlan, StoreError> {
        School::one_after_another(tx, school).await?;
        let plan = plan(&Target::all(tx, school).await?, read);
        if plan.cycle.is_some() {
            return Ok(plan);
        }
        for (deed, target) in &plan.targets {
            let wording = Wording {
                subject: target.subject.clone(),
                statement: target.statement.clone(),
                criteria: target.criteria.clone(),
            };
            match deed {
                TargetDeed::Add => wording.insert(tx, school, &target.id, now).await?,
                TargetDeed::Change => wording.update(tx, school, &target.id).await?,
            };
        }
        // Only now is everything there that something can build on.
        for (_, target) in &plan.targets {
            note_below(tx, school, &target.id, &target.builds_on).await?;
        }
        Ok(plan)
    }
}

pub use store::apply;

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "key,subject,statement,criteria,builds_on\n";

    fn planned(targets: &[Target], lines: &str) -> ImportPlan {
        plan(targets, &read(&format!("{HEADER}{lines}")).unwrap())
    }

    /// The targets after a plan was carried out.
    fn after(mut targets: Vec<Target>, plan: &ImportPlan) -> Vec<Target> {
        for (_, target) in &plan.targets {
            targets.retain(|known| known.id != target.id);
            targets.push(target.clone());
        }
        targets
    }

    fn outcomes(plan: &ImportPlan) -> Vec<LineOutcome> {
        plan.lines.iter().map(|line| line.outcome.clone()).collect()
    }

    const FRACTIONS: &str = "cmp,Math,Compare fractions,I draw both|I say which is larger,add\n\
        add,Math,Add fractions,\"I find a common size\nI check\",\n";

    #[test]
    fn importing_twice_changes_nothing_the_second_time() {
        let first = planned(&[], FRACTIONS);
        assert_eq!(outcomes(&first), [LineOutcome::Added, LineOutcome::Added]);
        let targets = after(Vec::new(), &first);
        assert_eq!(targets[0].criteria(), ["I draw both", "I say which is larger"]);
        assert_eq!(targets[0].builds_on, [targets[1].id.clone()]);
        let second = planned(&targets, FRACTIONS);
        assert_eq!(outcomes(&second), [LineOutcome::Same, LineOutcome::Same]);
        assert!(!second.changes_something());
    }

    #[test]
    fn a_cycle_is_refused_with_the_way_around() {
        let plan = planned(&[], ",Math,Compare fractions,a,Add fractions\n,Math,Add fractions,b,COMPARE fractions\n");
        let way = plan.cycle.as_ref().unwrap();
        assert_eq!(way.len(), 3);
        assert_eq!(way.first(), way.last());
        assert!(!plan.changes_something());
        // Also when half of it is at the school already.
        let targets = after(Vec::new(), &planned(&[], FRACTIONS));
        let plan = planned(&targets, ",Math,Add fractions,,compare fractions\n");
        assert_eq!(plan.cycle.as_ref().map(Vec::len), Some(3));
    }

    #[test]
    fn a_line_that_builds_on_a_skipped_one_is_skipped_too() {
        let plan = planned(&[], ",Math,A,a,B\n,Math,B,b,C\n,Math,C,c,nowhere\n,Math,D,d,\n,Math,d,d,\n,Math,E,,\n");
        assert_eq!(
            outcomes(&plan),
            [
                LineOutcome::Skipped(Trouble::NoSuchTarget("B".into())),
                LineOutcome::Skipped(Trouble::NoSuchTarget("C".into())),
                LineOutcome::Skipped(Trouble::NoSuchTarget("nowhere".into())),
                LineOutcome::Added,
                LineOutcome::Skipped(Trouble::SameAsLine(5)),
                LineOutcome::Skipped(Trouble::NoCriteria),
            ]
        );
    }

    #[test]
    fn an_empty_cell_leaves_what_is_there() {
        let targets = after(Vec::new(), &planned(&[], FRACTIONS));
        let plan = planned(&targets, ",Numbers,compare fractions,,\n");
        assert_eq!(outcomes(&plan), [LineOutcome::Changed(vec![ImportNote::Subject, ImportNote::Wording])]);
        let kept = &plan.targets[0].1;
        assert_eq!(kept.criteria().len(), 2);
        assert_eq!(kept.builds_on.len(), 1);
    }
}
