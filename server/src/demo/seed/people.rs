//! Who is in the demo school: its people, their advisories and their families.

use std::collections::BTreeMap;

use kinfolio::day::Day;
use kinfolio::id::*;
use kinfolio::language::Languages;
use kinfolio::person::deed::Deed;
use kinfolio::person::stand_in::NewStandIn;
use kinfolio::person::teaches;
use kinfolio::person::{Advisory, Person, Role};
use kinfolio::store::Tx;

use super::{Filling, Seeded, named};
use crate::demo::data;

/// The school stood before the first definition in it began.
const JOINED: i64 = -430;

/// When stand-ins were named.
const NAMED: i64 = -3;

impl Filling {
    async fn stand_in(&self, tx: &mut Tx, advisory: &AdvisoryId, one: &data::DemoStandIn) -> Seeded {
        let today = Day::of(self.today, &self.school.time_zone);
        let new = NewStandIn {
            person: self.person(&one.person)?.id.clone(),
            first_day: today.plus_days(one.from),
            last_day: today.plus_days(one.until),
        };
        let (lead, named) = (self.viewer(&one.named_by)?, self.today.plus_days(NAMED));
        match new.name(tx, &lead, (&StandInId::new(), advisory), named).await? {
            true => Ok(()),
            false => Err("nobody could stand in".into()),
        }
    }

    pub(super) async fn people(&mut self, tx: &mut Tx, data: &data::People) -> Seeded {
        let people = &data.people;
        let joined = self.today.plus_days(JOINED);
        self.school.found(tx, joined).await?;
        let school = self.school.id.clone();
        let mut advisories: BTreeMap<&str, Vec<PersonId>> = BTreeMap::new();
        for person in people {
            let joining = Person {
                id: PersonId::new(),
                school_id: self.school.id.clone(),
                role: named(Role::named(&person.role), &person.role)?,
                name: person.name.clone(),
                // Whoever made these people up knows what they like to be called.
                called: person.name.split(' ').next().map(str::to_owned),
                username: person.username.clone(),
                languages: Languages::written(&person.languages)?,
            };
            Deed::Add(joining.clone()).carry_out(tx, &school, joined).await?;
            if let Some(advisory) = &person.advisory {
                advisories.entry(advisory).or_default().push(joining.id.clone());
            }
            self.people.insert(person.key.clone(), joining);
        }
        for (name, members) in advisories {
            let advisory = Advisory { id: AdvisoryId::new(), name: name.to_owned() };
            Deed::Start(advisory.clone()).carry_out(tx, &school, joined).await?;
            for member in members {
                Deed::Join(member, advisory.id.clone()).carry_out(tx, &school, joined).await?;
            }
            for stand_in in data.stand_ins.iter().filter(|one| one.advisory == name) {
                self.stand_in(tx, &advisory.id, stand_in).await?;
            }
        }
        if let Some(lead) = people.iter().find(|person| person.role == Role::Lead.as_str()) {
            let lead = self.viewer(&lead.key)?;
            for person in people.iter().filter(|person| !person.teaches.is_empty()) {
                let id = self.person(&person.key)?.id.clone();
                teaches::set(tx, &lead, &id, &person.teaches, joined).await?;
            }
        }
        for person in people {
            for tie in &person.kin_of {
                let (student, kin) = (self.person(&tie.student)?.id.clone(), self.person(&person.key)?.id.clone());
                let tie = Deed::Tie { student, person: kin, words: tie.kinship.clone() };
                tie.carry_out(tx, &school, joined).await?;
            }
        }
        Ok(())
    }
}
