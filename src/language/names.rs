//! What languages are called in tables that schools bring: their names in English, Spanish and Arabic, and codes of three
//! letters.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::OFFERED;
use crate::words::{composed, plain_name};

/// Tags, and what else they are called. Chinese without more is tagged as it is most often written.
const NAMES: &[(&str, &str)] = &[
    ("en", "english|ingles|الإنجليزية|إنجليزي|الانجليزية|انجليزي|eng"),
    ("es", "spanish|castilian|castellano|spanish castilian|الإسبانية|إسباني|الاسبانية|اسباني|spa|esp"),
    ("ar", "arabic|arabe|عربي|العربيه|عربية|ara"),
    (
        "zh-Hans",
        "chinese|mandarin|mandarin chinese|chinese mandarin|putonghua|simplified chinese|chinese simplified|chino|chino mandarin|chino simplificado|mandarin chino|الصينية|صيني|الصينية المبسطة|الماندرين|中文|汉语|普通话|国语|zh|chi|zho|cmn",
    ),
    ("zh-Hant", "traditional chinese|chinese traditional|chino tradicional|الصينية التقليدية|漢語|國語|繁体中文"),
    ("yue", "cantonese|cantones|chinese cantonese|الكانتونية|粵語|粤语|廣東話|广东话"),
    ("bn", "bengali|bangla|bengali bangla|البنغالية|بنغالي|ben"),
    (
        "ht",
        "haitian creole|haitian|creole|kreyol|kreyol ayisyen|haitian kreyol|creole haitian|haitian haitian creole|criollo haitiano|creole haitiano|الكريولية الهايتية|الهايتية|hat",
    ),
    ("ru", "russian|ruso|الروسية|روسي|rus"),
    ("ur", "urdu|الأردية|أردو|اردو|الاردية|urd"),
    ("fr", "french|frances|الفرنسية|فرنسي|fra|fre"),
    ("ko", "korean|coreano|الكورية|كوري|kor"),
    ("uk", "ukrainian|ucraniano|الأوكرانية|الاوكرانية|ukr"),
    ("uz", "uzbek|uzbeko|الأوزبكية|ozbekcha|uzb"),
    ("sq", "albanian|albanes|الألبانية|sqi|alb"),
    ("pt", "portuguese|portugues|البرتغالية|por"),
    ("wo", "wolof|الولوفية|wol"),
    ("ff", "pulaar|fulani|fula|fulfulde|pular|الفولانية|ful"),
    ("tw", "twi|akan|التوي|twi"),
    ("yo", "yoruba|اليوروبا|yor"),
    ("am", "amharic|amarico|amharico|الأمهرية|amh"),
    ("so", "somali|الصومالية|صومالي|som"),
    ("sw", "swahili|kiswahili|suajili|السواحيلية|swa"),
    ("hi", "hindi|الهندية|هندي|hin"),
    ("pa", "punjabi|panjabi|البنجابية|pan"),
    ("ne", "nepali|النيبالية|nep"),
    ("vi", "vietnamese|vietnamita|الفيتنامية|vie"),
    ("tl", "tagalog|filipino|pilipino|tagalo|التاغالوغية|الفلبينية|tgl|fil"),
    ("pl", "polish|polaco|البولندية|pol"),
    ("yi", "yiddish|yidis|اليديشية|yid"),
    ("he", "hebrew|hebreo|العبرية|عبري|heb|iw"),
    ("fa", "persian|farsi|persa|الفارسية|فارسي|fas|per"),
    ("prs", "dari|الدرية"),
    ("ps", "pashto|pushto|pastun|البشتو|الباشتو|pus"),
    ("nv", "navajo|dine|الناباهو|nav"),
    ("qu", "quechua|kichwa|الكيتشوا|que"),
    ("mix", "mixtec|mixteco|tu un savi|المكستيكية"),
    ("ase", "american sign language|asl|lengua de senas americana|lengua de signos americana|لغة الإشارة الأمريكية"),
    ("ja", "japanese|japones|اليابانية|日本語|jpn"),
    ("de", "german|aleman|deutsch|الألمانية|deu|ger"),
    ("it", "italian|italiano|الإيطالية|ita"),
    ("el", "greek|griego|اليونانية|ell|gre"),
    ("tr", "turkish|turco|turkce|التركية|tur"),
    ("ku", "kurdish|kurdo|kurmanji|الكردية|كردي|kur"),
    ("ti", "tigrinya|tigrina|التغرينية|tir"),
    ("om", "oromo|afaan oromo|الأورومو|orm"),
    ("hy", "armenian|armenio|الأرمنية|hye|arm"),
    ("ka", "georgian|georgiano|الجورجية|kat|geo"),
    ("my", "burmese|birmano|البورمية|mya|bur"),
    ("kar", "karen|s gaw karen|sgaw karen"),
    ("hmn", "hmong|hmoob|الهمونغ"),
    ("km", "khmer|cambodian|camboyano|jemer|الخميرية|khm"),
    ("lo", "lao|laotian|laosiano|اللاوية"),
    ("th", "thai|tailandes|التايلاندية|tha"),
    ("id", "indonesian|indonesio|الإندونيسية|ind"),
    ("ms", "malay|malayo|الملايوية|msa|may"),
    ("gu", "gujarati|guyarati|الغوجاراتية|guj"),
    ("ta", "tamil|التاميلية|tam"),
    ("te", "telugu|التيلوغوية|tel"),
    ("ml", "malayalam|المالايالامية|mal"),
    ("mr", "marathi|المراثية|mar"),
    ("si", "sinhala|sinhalese|السنهالية|sin"),
    ("ha", "hausa|الهوسا|hau"),
    ("ig", "igbo|الإيغبو|ibo"),
    ("ln", "lingala|اللينغالا|lin"),
    ("rw", "kinyarwanda|الكينيارواندا|kin"),
    ("mg", "malagasy|malgache|mlg"),
    ("bm", "bambara|bamanankan|البامبارا|bam"),
    ("snk", "soninke|sarahule"),
    ("mnk", "mandinka|mandingo"),
    ("kea", "cape verdean|cape verdean creole|kriolu|caboverdiano|criollo caboverdiano"),
    ("jam", "jamaican creole|jamaican patois|patois"),
    ("cab", "garifuna"),
    ("quc", "k iche|kiche|quiche"),
    ("mam", "mam"),
    ("kjb", "q anjob al|qanjobal|kanjobal"),
    ("kek", "q eqchi|qeqchi|kekchi"),
    ("nah", "nahuatl|الناواتل"),
    ("zap", "zapotec|zapoteco"),
    ("tzo", "tzotzil"),
    ("tzh", "tzeltal"),
    ("yua", "yucatec maya|maya yucateco"),
    ("gn", "guarani|grn"),
    ("ay", "aymara|aimara|aym"),
    ("ro", "romanian|rumano|moldovan|الرومانية|ron|rum"),
    ("hu", "hungarian|hungaro|المجرية|hun"),
    ("cs", "czech|checo|التشيكية|ces|cze"),
    ("sk", "slovak|eslovaco|slk|slo"),
    ("bg", "bulgarian|bulgaro|البلغارية|bul"),
    ("sr", "serbian|serbio|الصربية|srp"),
    ("hr", "croatian|croata|الكرواتية|hrv"),
    ("bs", "bosnian|bosnio|البوسنية|bos"),
    ("mk", "macedonian|macedonio|mkd|mac"),
    ("nl", "dutch|neerlandes|holandes|الهولندية|nld|dut"),
    ("sv", "swedish|sueco|السويدية|swe"),
    ("az", "azerbaijani|azeri|azerbaiyano|aze"),
    ("kk", "kazakh|kazajo|kaz"),
    ("ky", "kyrgyz|kirguis|kir"),
    ("tg", "tajik|tayiko|tgk"),
    ("mn", "mongolian|mongol|mon"),
    ("bo", "tibetan|tibetano|bod|tib"),
    ("ceb", "cebuano|bisaya|visayan"),
    ("ilo", "ilocano|ilokano"),
    ("sm", "samoan|samoano|smo"),
    ("to", "tongan|tongano|ton"),
    ("haw", "hawaiian|hawaiano"),
    ("chk", "chuukese"),
    ("mh", "marshallese|marshalles|mah"),
];

/// Every name, plain, with its tag.
static TAGS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let own = OFFERED.iter().map(|(tag, name)| (plain(name), *tag));
    let named = NAMES.iter().flat_map(|(tag, names)| names.split('|').map(|name| (plain(name), *tag)));
    own.chain(named).collect()
});

/// A name as it is compared: without capitals, accents and marks.
fn plain(name: &str) -> String {
    plain_name(&composed(name))
}

/// The tag of a language that is written by name. "Spanish (Mexico)" is Spanish, "اللغة العربية" Arabic.
pub(super) fn tag_of(words: &str) -> Option<&'static str> {
    let known = |words: &str| TAGS.get(&plain(words)).copied();
    let bare = || known(words.split(['(', '[']).next().filter(|bare| bare.len() < words.len())?);
    let without_language = || known(words.trim().strip_prefix("اللغة ")?);
    let as_tag = || match words.trim().to_ascii_lowercase().replace('_', "-").as_str() {
        "zh-tw" | "zh-hk" | "zh-mo" => Some("zh-Hant"),
        "zh-cn" | "zh-sg" => Some("zh-Hans"),
        _ => None,
    };
    known(words).or_else(as_tag).or_else(bare).or_else(without_language)
}

/// A code as BCP 47 writes it: `en_US.UTF-8` is `en-US`.
pub(super) fn as_tag(code: &str) -> String {
    let code = code.split(['.', '@']).next().unwrap_or(code).replace('_', "-");
    match code.split_once('-') {
        Some((language, region)) if language.len() == 2 && region.len() == 2 => {
            format!("{}-{}", language.to_ascii_lowercase(), region.to_ascii_uppercase())
        }
        _ => code,
    }
}

/// What stands between "and"s, in the languages we speak. Arabic writes it at the beginning of the second word.
pub(super) fn without_and(part: &str) -> Vec<&str> {
    let mut parts = vec![part];
    for and in [" and ", " AND ", " y ", " e ", " et ", " و ", " و"] {
        parts = parts.into_iter().flat_map(|part| part.split(and)).collect();
    }
    parts
}
