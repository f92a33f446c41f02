//! Who hears of worries in the demo school, and one that is held: its author took the words back since.

use kinfolio::hidden::HiddenKind;
use kinfolio::id::{PersonId, RemarkId, WorryId, WorryNoteId};
use kinfolio::store::Tx;
use kinfolio::worry::{NewWorry, Worry, name_hearers};

use super::{Filling, Or, Seeded, language};
use crate::demo::data;

impl Filling {
    /// Names them, and holds what they hear of.
    pub(super) async fn worries(&self, tx: &mut Tx, worries: &data::DemoWorries) -> Seeded {
        let named: Or<Vec<PersonId>> = worries.named.iter().map(|key| Ok(self.person(key)?.id.clone())).collect();
        name_hearers(tx, &self.viewer(&worries.named_by)?, &named?, self.at(&worries.when)).await?;
        for worry in &worries.worries {
            self.worry(tx, worry).await?;
        }
        Ok(())
    }

    async fn worry(&self, tx: &mut Tx, told: &data::DemoWorry) -> Seeded {
        let (student, author, at) = (self.person(&told.student)?, self.person(&told.author)?, self.at(&told.when));
        let (id, thing) = (WorryId::new(), RemarkId::new());
        let new = NewWorry {
            id: &id,
            kind: HiddenKind::Remark,
            thing: thing.as_str(),
            student: &student.id,
            author: &author.id,
            author_role: author.role,
            author_name: &author.name,
            language: &language(&told.language)?,
            text: &told.text,
            had_sound: false,
            had_photo: false,
            why: &told.why,
        };
        new.keep(tx, &self.viewer(&told.by)?, at).await?;
        for (place, key) in (1..).zip(&told.opened) {
            let viewer = self.viewer(key)?;
            let worry = Worry::find(tx, &viewer, &id).await?.ok_or("the worry is held")?;
            worry.open(tx, &viewer, at.plus_millis(place * 20 * 60 * 1000)).await?;
        }
        for note in &told.notes {
            let viewer = self.viewer(&note.by)?;
            let worry = Worry::find(tx, &viewer, &id).await?.ok_or("the worry is held")?;
            worry.note(tx, &viewer, (&WorryNoteId::new(), &note.text), self.at(&note.when)).await?;
        }
        Ok(())
    }
}
