//! Days as Haitian Creole writes them: CLDR, where every other language's come from, has no Haitian names of months and days.

use kinfolio::at::At;

const MONTHS: [&str; 12] =
    ["janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm"];
const SHORT: [&str; 12] = ["jan", "fev", "mas", "avr", "me", "jen", "jiy", "out", "sept", "okt", "nov", "des"];
const WEEKDAYS: [&str; 7] = ["lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch"];

/// "jedi 3 desanm 2026".
pub fn day(at: At, zone: &str) -> String {
    format!("{} {}", weekday(at, zone), at.in_zone(zone).year())
}

/// "jedi 3 desanm".
pub fn weekday(at: At, zone: &str) -> String {
    let wall = at.in_zone(zone);
    let weekday = named(&WEEKDAYS, wall.weekday().to_monday_one_offset());
    format!("{weekday} {} {}", wall.day(), named(&MONTHS, wall.month()))
}

/// "3 des".
pub fn short_day(at: At, zone: &str) -> String {
    let wall = at.in_zone(zone);
    format!("{} {}", wall.day(), named(&SHORT, wall.month()))
}

/// The name in this place, which counts from one.
fn named(names: &[&'static str], place: i8) -> &'static str {
    usize::try_from(place - 1).ok().and_then(|place| names.get(place)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_as_haitians_write_it() {
        let at = At::on_the_wall(kinfolio::at::wall(2026, 12, 3, 17, 40).unwrap(), "America/New_York").unwrap();
        let zone = "America/New_York";
        assert_eq!(day(at, zone), "jedi 3 desanm 2026");
        assert_eq!((weekday(at, zone).as_str(), short_day(at, zone).as_str()), ("jedi 3 desanm", "3 des"));
    }
}
