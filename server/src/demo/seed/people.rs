//! Who is in the demo school: its people, their advisories and their families.

use std::collections::BTreeMap;

use kinfolio::id::*;
use kinfolio::language::Languages;
use kinfolio::person::deed::Deed;
use kinfolio::person::{Advisory, Person, Role};
use kinfolio::store::Tx;

use super::{Filling, Seeded, named};
use crate::demo::data;

/// The school stood before the first definition in it began.
const JOINED: i64 = -430;

impl Filling {
    pub(super) async fn people(&mut self, tx: &mut Tx, people: &[data::DemoPerson]) -> Seeded {
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
