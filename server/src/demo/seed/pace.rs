//! What the advisories are about now, and a gathering.

use kinfolio::day::Day;
use kinfolio::id::{GatheringId, UnitId};
use kinfolio::store::Tx;
use kinfolio::target::gathering::{Gathering, NewGathering};
use kinfolio::target::unit::{NewUnit, Unit};

use super::{Filling, Or, Seeded, kept};
use crate::demo::data::DemoPace;

impl Filling {
    pub(super) async fn pace(&self, tx: &mut Tx, pace: &DemoPace) -> Seeded {
        let today = Day::of(self.today, &self.school.time_zone);
        for unit in &pace.units {
            let targets = unit.targets.iter().map(|key| self.id(&self.targets, key)).collect::<Or<Vec<_>>>()?;
            let first_day = today.plus_days(unit.first).monday();
            let new = NewUnit { name: unit.name.clone(), first_day, weeks: unit.weeks, targets };
            let advisor = self.viewer(&unit.advisor)?;
            kept(Unit::keep(tx, &advisor, (&UnitId::new(), None), &new, self.today).await?)?;
        }
        for gathering in &pace.gatherings {
            let students =
                gathering.students.iter().map(|key| Ok(self.person(key)?.id.clone())).collect::<Or<Vec<_>>>()?;
            let new = NewGathering {
                target_id: self.id(&self.targets, &gathering.target)?,
                students,
                day: today.plus_days(gathering.day),
                until_day: today.plus_days(gathering.until),
            };
            let advisor = self.viewer(&gathering.advisor)?;
            kept(Gathering::call(tx, &advisor, &GatheringId::new(), &new, (today, self.today)).await?)?;
        }
        Ok(())
    }
}
