//! People and what the school has become a plan, line by line; and the plan is carried out, whole or not at all.

use std::collections::{BTreeMap, HashMap};

use super::{Described, Read, Trouble};
use crate::id::{AdvisoryId, PersonId, SchoolId};
use crate::language::Languages;
use crate::person::by_hand::{ByHand, SetByHand};
use crate::person::deed::Deed;
use crate::person::roster::{Member, Roster};
use crate::person::{Advisory, Person, Role, credentials};

/// What would happen with a table.
#[derive(Clone, Debug, Default)]
pub struct ImportPlan {
    /// In the order of the file.
    pub lines: Vec<Planned>,
    deeds: Vec<Deed>,
}

/// What would happen with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub line: u64,
    pub name: String,
    pub role: Option<Role>,
    pub outcome: LineOutcome,
    /// What of the line is left out, while the rest of it is used.
    pub left_out: Vec<Trouble>,
}

/// What becomes of a line, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineOutcome {
    Added(Vec<ImportNote>),
    Changed(Vec<ImportNote>),
    Same,
    Skipped(Trouble),
}

/// One thing that happens to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportNote {
    Joins {
        advisory: String,
    },
    Leaves {
        advisory: String,
    },
    /// The advisory does not exist yet.
    Starts {
        advisory: String,
    },
    Renamed {
        was: String,
    },
    Speaks(Languages),
    KinOf {
        student: String,
        words: String,
    },
    KinshipWas {
        student: String,
        words: String,
    },
    Username(String),
    /// What they like to be called.
    Called(String),
    /// They had left, and are back.
    Returns,
}

impl ImportPlan {
    /// How many lines are added, changed, the same, skipped.
    pub fn counts(&self) -> [i64; 4] {
        self.lines.iter().fold([0; 4], |mut counts, line| {
            let place = match line.outcome {
                LineOutcome::Added(_) => 0,
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
        !self.deeds.is_empty()
    }
}

/// What would happen if these lines were brought into a school with this roster. `first_language` is for people whose
/// line names none. What was set by hand stays, and is named.
pub fn plan(
    school: &SchoolId,
    first_language: &Languages,
    (roster, by_hand): (&Roster, &SetByHand),
    read: &[Read],
) -> ImportPlan {
    let mut school = Planning::new(school, first_language, roster, by_hand);
    let mut lines: BTreeMap<usize, Planned> = BTreeMap::new();
    // Families come last: the students they belong to may stand further down.
    let is_family = |read: &Read| matches!(&read.person, Ok(person) if person.role == Role::Family);
    let order =
        (0..read.len()).filter(|at| !is_family(&read[*at])).chain((0..read.len()).filter(|at| is_family(&read[*at])));
    for at in order {
        let Read { line, name, role, person, left_out } = &read[at];
        let mut left_out = left_out.clone();
        let outcome = match person {
            Err(trouble) => Err(trouble.clone()),
            Ok(person) if person.role == Role::Family => school.family(person, &mut left_out),
            Ok(person) => school.one_of_us(*line, person, &mut left_out),
        };
        let outcome = outcome.unwrap_or_else(LineOutcome::Skipped);
        lines.insert(at, Planned { line: *line, name: name.clone(), role: *role, outcome, left_out });
    }
    ImportPlan { lines: lines.into_values().collect(), deeds: school.deeds }
}

/// The school as it would be after the lines that were looked at.
struct Planning<'a> {
    school: &'a SchoolId,
    first_language: &'a Languages,
    by_hand: &'a SetByHand,
    people: HashMap<PersonId, Member>,
    by_username: HashMap<String, PersonId>,
    /// Family by name and student: how somebody without a username is known again.
    by_kinship: HashMap<(String, PersonId), PersonId>,
    advisories: HashMap<String, Advisory>,
    advisory_names: HashMap<AdvisoryId, String>,
    seen_on: HashMap<String, u64>,
    deeds: Vec<Deed>,
}

impl<'a> Planning<'a> {
    fn new(school: &'a SchoolId, first_language: &'a Languages, roster: &Roster, by_hand: &'a SetByHand) -> Self {
        let mut planning = Self {
            school,
            first_language,
            by_hand,
            people: HashMap::new(),
            by_username: HashMap::new(),
            by_kinship: HashMap::new(),
            advisories: HashMap::new(),
            advisory_names: HashMap::new(),
            seen_on: HashMap::new(),
            deeds: Vec::new(),
        };
        for advisory in &roster.advisories {
            planning.advisories.insert(same(&advisory.name), advisory.clone());
            planning.advisory_names.insert(advisory.id.clone(), advisory.name.clone());
        }
        for member in &roster.members {
            planning.know(member.clone());
        }
        planning
    }

    fn know(&mut self, member: Member) {
        let id = member.person.id.clone();
        if let Some(username) = &member.person.username {
            self.by_username.insert(credentials::username(username).unwrap_or_else(|_| username.clone()), id.clone());
        }
        // Whoever was untied from a student is known again by them too, or a table would bring them back as somebody else.
        for student in member.kin_of.iter().map(|(student, _)| student).chain(&member.untied_from) {
            self.by_kinship.insert((same(&member.person.name), student.clone()), id.clone());
        }
        self.people.insert(id, member);
    }

    /// A student, an advisor or a lead.
    fn one_of_us(
        &mut self,
        line: u64,
        described: &Described,
        left_out: &mut Vec<Trouble>,
    ) -> Result<LineOutcome, Trouble> {
        let username = described.username.clone().ok_or(Trouble::NoUsername)?;
        if let Some(earlier) = self.seen_on.get(&username) {
            return Err(Trouble::SameAsLine(*earlier));
        }
        let known = self.by_username.get(&username).and_then(|id| self.people.get(id)).cloned();
        if let Some(known) = &known
            && known.person.role != described.role
        {
            return Err(Trouble::OtherRole(known.person.role));
        }
        self.seen_on.insert(username, line);
        self.is_not_gone(known.as_ref())?;
        let (mut member, mut notes, is_new) = self.person(known, described, left_out);
        if !described.advisories.is_empty() {
            self.place(&mut member, &described.advisories, &mut notes, left_out);
        }
        self.know(member);
        Ok(outcome(is_new, notes))
    }

    /// A family member: known by username, else by name and student. Of their students, those that are there.
    fn family(&mut self, described: &Described, left_out: &mut Vec<Trouble>) -> Result<LineOutcome, Trouble> {
        let mut students = Vec::new();
        for username in &described.students {
            match self.student(username) {
                Ok(student) => students.push(student),
                Err(trouble) => left_out.push(trouble),
            }
        }
        if students.is_empty() {
            return Err(left_out.pop().unwrap_or(Trouble::NoStudents));
        }
        let known = self.known_family(described, &students)?;
        if described.kinship.is_none() && !students.iter().all(|student| is_kin(known.as_ref(), student)) {
            return Err(Trouble::NoKinship);
        }
        self.is_not_gone(known.as_ref())?;
        let (mut member, mut notes, is_new) = self.person(known, described, left_out);
        for student in students {
            if let Some(words) = &described.kinship {
                self.tie(&mut member, student, words, (&mut notes, left_out));
            }
        }
        self.know(member);
        Ok(outcome(is_new, notes))
    }

    /// Whoever left by hand is not brought back by a table.
    fn is_not_gone(&self, known: Option<&Member>) -> Result<(), Trouble> {
        match known {
            Some(known) if known.has_left && self.by_hand.holds(&known.person.id, ByHand::Here) => {
                Err(Trouble::LeftByHand)
            }
            _ => Ok(()),
        }
    }

    fn student(&self, username: &str) -> Result<PersonId, Trouble> {
        let member = self.by_username.get(username).and_then(|id| self.people.get(id));
        match member {
            Some(member) if member.person.role == Role::Student && !member.has_left => Ok(member.person.id.clone()),
            _ => Err(Trouble::NoSuchStudent(username.to_owned())),
        }
    }

    fn known_family(&self, described: &Described, students: &[PersonId]) -> Result<Option<Member>, Trouble> {
        if let Some(known) = described.username.as_ref().and_then(|username| self.by_username.get(username)) {
            let known = self.people.get(known).cloned();
            return match known {
                Some(known) if known.person.role != Role::Family => Err(Trouble::OtherRole(known.person.role)),
                known => Ok(known),
            };
        }
        let name = same(&described.name);
        let known = students.iter().find_map(|student| self.by_kinship.get(&(name.clone(), student.clone())));
        let known = known.and_then(|id| self.people.get(id)).cloned();
        // The same name with another username is somebody else.
        Ok(known.filter(|known| described.username.is_none() || known.person.username.is_none()))
    }

    /// The person as the line has them, with what is new about them.
    fn person(
        &mut self,
        known: Option<Member>,
        described: &Described,
        left_out: &mut Vec<Trouble>,
    ) -> (Member, Vec<ImportNote>, bool) {
        let Some(mut member) = known else {
            let person = Person {
                id: PersonId::new(),
                school_id: self.school.clone(),
                role: described.role,
                name: described.name.clone(),
                called: described.called.clone(),
                username: described.username.clone(),
                languages: described.languages.clone().unwrap_or_else(|| self.first_language.clone()),
            };
            self.deeds.push(Deed::Add(person.clone()));
            return (Member::new(person), Vec::new(), true);
        };
        let mut notes = Vec::new();
        let id = member.person.id.clone();
        let by_hand = self.by_hand;
        // Whether the table may change this, which it would.
        let mut may = |what: ByHand| {
            let is_free = !by_hand.holds(&id, what);
            if !is_free {
                left_out.push(Trouble::ByHand(what));
            }
            is_free
        };
        let person = &mut member.person;
        if std::mem::take(&mut member.has_left) {
            notes.push(ImportNote::Returns);
        }
        if person.name != described.name && may(ByHand::Name) {
            notes.push(ImportNote::Renamed { was: std::mem::replace(&mut person.name, described.name.clone()) });
        }
        if let Some(called) = &described.called
            && person.called.as_ref() != Some(called)
            && !member.chose_called
            && may(ByHand::Called)
        {
            person.called = Some(called.clone());
            notes.push(ImportNote::Called(called.clone()));
        }
        if let Some(languages) = &described.languages
            && person.languages != *languages
            && !member.chose_languages
            && may(ByHand::Languages)
        {
            person.languages = languages.clone();
            notes.push(ImportNote::Speaks(languages.clone()));
        }
        if let (None, Some(username)) = (&person.username, &described.username)
            && may(ByHand::Username)
        {
            person.username = Some(username.clone());
            notes.push(ImportNote::Username(username.clone()));
        }
        if member.chose_languages && described.languages.as_ref().is_some_and(|said| *said != person.languages) {
            left_out.push(Trouble::OwnLanguages);
        }
        if member.chose_called && described.called.is_some() && described.called != person.called {
            left_out.push(Trouble::OwnChoice);
        }
        if !notes.is_empty() {
            self.deeds.push(Deed::Update(person.clone()));
        }
        (member, notes, false)
    }

    /// Puts somebody into these advisories, and out of all others.
    fn place(
        &mut self,
        member: &mut Member,
        names: &[String],
        notes: &mut Vec<ImportNote>,
        left_out: &mut Vec<Trouble>,
    ) {
        let person = member.person.id.clone();
        let mut wanted = Vec::new();
        for name in names {
            let advisory = self.advisory(name, notes);
            if !member.advisories.contains(&advisory.id) && !wanted.contains(&advisory.id) {
                if self.by_hand.holds_about(&person, ByHand::Advisory, advisory.id.as_str()) {
                    left_out.push(Trouble::AdvisoryByHand(advisory.name));
                    continue;
                }
                notes.push(ImportNote::Joins { advisory: advisory.name });
                self.deeds.push(Deed::Join(person.clone(), advisory.id.clone()));
            }
            wanted.push(advisory.id);
        }
        for left in member.advisories.clone().into_iter().filter(|id| !wanted.contains(id)).collect::<Vec<_>>() {
            let name = self.advisory_names.get(&left).cloned().unwrap_or_default();
            if self.by_hand.holds_about(&person, ByHand::Advisory, left.as_str()) {
                left_out.push(Trouble::AdvisoryByHand(name));
                wanted.push(left);
                continue;
            }
            notes.push(ImportNote::Leaves { advisory: name });
            self.deeds.push(Deed::Leave(person.clone(), left));
        }
        member.advisories = wanted;
    }

    fn advisory(&mut self, name: &str, notes: &mut Vec<ImportNote>) -> Advisory {
        if let Some(advisory) = self.advisories.get(&same(name)) {
            return advisory.clone();
        }
        let advisory = Advisory { id: AdvisoryId::new(), name: name.to_owned() };
        notes.push(ImportNote::Starts { advisory: name.to_owned() });
        self.deeds.push(Deed::Start(advisory.clone()));
        self.advisories.insert(same(name), advisory.clone());
        self.advisory_names.insert(advisory.id.clone(), name.to_owned());
        advisory
    }

    fn tie(
        &mut self,
        member: &mut Member,
        student: PersonId,
        words: &str,
        (notes, left_out): (&mut Vec<ImportNote>, &mut Vec<Trouble>),
    ) {
        let name = self.people.get(&student).map(|known| known.person.name.clone()).unwrap_or_default();
        let is_as_said = member.kin_of.iter().any(|(kin, was)| *kin == student && was == words);
        if !is_as_said && self.by_hand.holds_about(&member.person.id, ByHand::Tie, student.as_str()) {
            left_out.push(Trouble::TieByHand(name));
            return;
        }
        match member.kin_of.iter_mut().find(|(kin, _)| *kin == student) {
            Some((_, was)) if was == words => return,
            Some((_, was)) => {
                notes.push(ImportNote::KinshipWas { student: name, words: std::mem::replace(was, words.to_owned()) });
            }
            None => {
                notes.push(ImportNote::KinOf { student: name, words: words.to_owned() });
                member.kin_of.push((student.clone(), words.to_owned()));
            }
        }
        self.deeds.push(Deed::Tie { student, person: member.person.id.clone(), words: words.to_owned() });
    }
}

/// A name as it is compared: capitals make no difference, nor how its accents were typed.
fn same(name: &str) -> String {
    credentials::composed(&name.to_lowercase())
}

fn is_kin(known: Option<&Member>, student: &PersonId) -> bool {
    known.is_some_and(|known| known.kin_of.iter().any(|(kin, _)| kin == student))
}

fn outcome(is_new: bool, notes: Vec<ImportNote>) -> LineOutcome {
    match notes.is_empty() {
        _ if is_new => LineOutcome::Added(notes),
        true => LineOutcome::Same,
        false => LineOutcome::Changed(notes),
    }
}

mod store {
    use super::*;
    use crate::at::At;
    use crate::school::School;
    use crate::store::{StoreError, Tx};

    /// Brings the people of a table into a school, and says line by line what was done. Within one transaction: the plan
    /// is made anew from what the school has now, so that it fits however long ago somebody looked at it.
    pub async fn apply(tx: &mut Tx, school: &School, read: &[Read], now: At) -> Result<ImportPlan, StoreError> {
        School::one_after_another(tx, &school.id).await?;
        let roster = Roster::with_the_gone(tx, &school.id, now).await?;
        let by_hand = SetByHand::of_school(tx, &school.id).await?;
        let plan = plan(&school.id, &school.first_language(), (&roster, &by_hand), read);
        for deed in &plan.deeds {
            deed.carry_out(tx, &school.id, now).await?;
        }
        Ok(plan)
    }
}

pub use store::apply;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::import::reading;

    const HEADER: &str = "role,name,username,advisory,languages,students,kinship\n";

    /// The school after a table was brought in, and what was said about each line.
    fn bring(roster: &mut Roster, lines: &str) -> Vec<LineOutcome> {
        bring_beside(roster, &SetByHand::default(), lines).into_iter().map(|line| line.outcome).collect()
    }

    /// The same, where some of it was set by hand.
    fn bring_beside(roster: &mut Roster, by_hand: &SetByHand, lines: &str) -> Vec<Planned> {
        let read = reading::read(&format!("{HEADER}{lines}")).unwrap();
        let school = SchoolId::new();
        let languages = Languages::written("en").unwrap();
        let plan = plan(&school, &languages, (roster, by_hand), &read);
        // What the store would do.
        for deed in plan.deeds.clone() {
            let mut with = |id: &PersonId, change: &mut dyn FnMut(&mut Member)| {
                roster.members.iter_mut().filter(|member| member.person.id == *id).for_each(change);
            };
            match deed {
                Deed::Start(advisory) => roster.advisories.push(advisory),
                Deed::Add(person) => roster.members.push(Member::new(person)),
                Deed::Update(person) => with(&person.id.clone(), &mut |member| {
                    member.person = person.clone();
                    member.has_left = false;
                }),
                Deed::Join(person, advisory) => with(&person, &mut |member| member.advisories.push(advisory.clone())),
                Deed::Leave(person, advisory) => {
                    with(&person, &mut |member| member.advisories.retain(|id| *id != advisory))
                }
                Deed::Tie { student, person, words } => with(&person, &mut |member| {
                    member.kin_of.retain(|(kin, _)| *kin != student);
                    member.kin_of.push((student.clone(), words.clone()));
                }),
            }
        }
        plan.lines
    }

    const PEOPLE: &str = "family,Rosa Peña,,,es,marisol,abuela\n\
        student,Marisol Peña,marisol,9A,en es,,\n\
        advisor,Ada Okafor,ada,9A|9B,,,\n\
        lead,Tomás Rivera,tomas,,,,\n";

    #[test]
    fn importing_twice_changes_nothing_the_second_time() {
        let mut roster = Roster::default();
        let first = bring(&mut roster, PEOPLE);
        assert!(first.iter().all(|outcome| matches!(outcome, LineOutcome::Added(_))), "{first:?}");
        assert_eq!(roster.members.len(), 4);
        assert_eq!(roster.advisories.len(), 2);
        let second = bring(&mut roster, PEOPLE);
        assert_eq!(second, vec![LineOutcome::Same; 4]);
        assert_eq!(roster.members.len(), 4);
    }

    #[test]
    fn what_a_line_says_changes_and_what_it_leaves_open_stays() {
        let mut roster = Roster::default();
        bring(&mut roster, PEOPLE);
        let said = bring(&mut roster, "student,Marisol Peña Cruz,MARISOL,9b,,,\nfamily,rosa peña,,,,marisol,\n");
        assert_eq!(
            said[0],
            LineOutcome::Changed(vec![
                ImportNote::Renamed { was: "Marisol Peña".into() },
                ImportNote::Joins { advisory: "9B".into() },
                ImportNote::Leaves { advisory: "9A".into() },
            ])
        );
        assert_eq!(said[1], LineOutcome::Changed(vec![ImportNote::Renamed { was: "Rosa Peña".into() }]));
        let rosa = roster.with_role(Role::Family).next().unwrap();
        assert_eq!(rosa.kin_of[0].1, "abuela");
        assert_eq!(rosa.person.languages.tags(), "es");
    }

    #[test]
    fn nobody_who_is_missing_from_the_file_is_touched() {
        let mut roster = Roster::default();
        bring(&mut roster, PEOPLE);
        bring(&mut roster, "student,Wen Zhao,wen,9A,,,\n");
        assert_eq!(roster.members.len(), 5);
        let first = &roster.advisories[0].id;
        assert_eq!(roster.with_role(Role::Student).filter(|student| student.advisories.contains(first)).count(), 2);
    }

    #[test]
    fn what_was_set_by_hand_stays_and_is_named() {
        let mut roster = Roster::default();
        bring(&mut roster, PEOPLE);
        let id = |roster: &Roster, role| roster.with_role(role).next().unwrap().person.id.clone();
        let (marisol, rosa, ada) = (id(&roster, Role::Student), id(&roster, Role::Family), id(&roster, Role::Advisor));
        let nine_b = roster.advisories.iter().find(|advisory| advisory.name == "9B").unwrap().id.clone();
        let by_hand = SetByHand::default()
            .with(&marisol, ByHand::Name, "")
            .with(&marisol, ByHand::Advisory, nine_b.as_str())
            .with(&rosa, ByHand::Tie, marisol.as_str())
            .with(&ada, ByHand::Here, "");
        for member in &mut roster.members {
            // Rosa was untied, and Ada has left.
            member.untied_from = member.kin_of.drain(..).map(|(student, _)| student).collect();
            member.has_left = member.person.id == ada;
        }
        let said = bring_beside(
            &mut roster,
            &by_hand,
            "student,Marisol Pena,marisol,9B,es,,\nfamily,Rosa Peña,rosa@home.org,,,marisol,abuela\n\
             advisor,Ada Okafor,ada,9A,,,\n",
        );
        let note = |of: &Planned| of.left_out.clone();
        assert_eq!(note(&said[0]), [Trouble::ByHand(ByHand::Name), Trouble::AdvisoryByHand("9B".into())]);
        assert!(matches!(&said[0].outcome, LineOutcome::Changed(notes) if notes.contains(&ImportNote::Speaks(
            Languages::written("es").unwrap()))));
        assert_eq!(said[2].outcome, LineOutcome::Skipped(Trouble::LeftByHand));
        let marisol = roster.member(&marisol).unwrap();
        assert_eq!(marisol.person.name, "Marisol Peña");
        // Known again by whom she was untied from, or she would come back as somebody else.
        assert_eq!(note(&said[1]), [Trouble::TieByHand("Marisol Peña".into())]);
        assert_eq!(roster.with_role(Role::Family).count(), 1);
        assert!(roster.member(&rosa).unwrap().kin_of.is_empty());
    }

    #[test]
    fn a_username_is_one_persons_and_keeps_its_role() {
        let mut roster = Roster::default();
        bring(&mut roster, PEOPLE);
        let said = bring(
            &mut roster,
            "student,Ada,ada,,,,\nstudent,Wen,wen,,,,\nstudent,Wen II,WEN,,,,\nfamily,Marisol,marisol,,,wen,friend\n",
        );
        assert_eq!(said[0], LineOutcome::Skipped(Trouble::OtherRole(Role::Advisor)));
        assert_eq!(said[2], LineOutcome::Skipped(Trouble::SameAsLine(3)));
        assert_eq!(said[3], LineOutcome::Skipped(Trouble::OtherRole(Role::Student)));
    }

    #[test]
    fn a_family_member_is_known_again_by_name_and_student_only() {
        let mut roster = Roster::default();
        bring(&mut roster, PEOPLE);
        let said = bring(
            &mut roster,
            "student,Luz,luz,,,,\nfamily,Rosa Peña,,,,luz,tía\nfamily,Rosa Peña,,,,marisol luz,abuela\nfamily,A,,,,nobody,x\nfamily,B,,,,luz,\n",
        );
        // Another Rosa Peña, as far as anybody can tell: ways in are never given to a namesake.
        assert!(matches!(said[1], LineOutcome::Added(_)));
        assert!(matches!(&said[2], LineOutcome::Changed(notes) if notes.len() == 1));
        assert_eq!(said[3], LineOutcome::Skipped(Trouble::NoSuchStudent("nobody".into())));
        assert_eq!(said[4], LineOutcome::Skipped(Trouble::NoKinship));
    }

    #[test]
    fn a_family_member_with_a_username_gathers_children_over_several_lines() {
        let mut roster = Roster::default();
        let lines = "student,Luz,luz,,,,\nstudent,Sol,sol,,,,\n\
            family,Rosa,rosa@home.org,,,luz,tía\nfamily,Rosa,rosa@home.org,,,sol,abuela\n";
        bring(&mut roster, lines);
        let rosa: Vec<&Member> = roster.with_role(Role::Family).collect();
        assert_eq!(rosa.len(), 1);
        assert_eq!(rosa[0].kin_of.len(), 2);
        assert_eq!(bring(&mut roster, lines), vec![LineOutcome::Same; 4]);
    }
}
