//! Bytes that were made to do harm.

use std::io::Write;

use base64::Engine;

/// Bytes as a form's field carries them.
pub fn base64(bytes: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// Edits of a few bytes that say there is much more.
pub fn edits_that_unfold() -> Vec<Vec<u8>> {
    let many = [0xFF, 0xFF, 0xFF, 0xFF, 0x0F];
    let mut all = vec![
        // So many writers.
        many.to_vec(),
        // One writer with so many pieces.
        [&[1][..], &many, &[1, 0]].concat(),
    ];
    // One piece: so many letters; so many values; so many letters that are gone.
    for kind in [4, 8, 1, 0, 10] {
        all.push([&[1, 1, 1, 0, kind, 1, 4][..], b"text", &many].concat());
    }
    // So many deletions.
    all.push([&[0][..], &many].concat());
    all.push([&[0, 1, 1][..], &many].concat());
    all
}

/// An edit whose one value is a list in a list in a list.
pub fn nested_values(depth: usize) -> Vec<u8> {
    let mut edit = vec![1, 1, 1, 0, 8, 1, 4];
    edit.extend(b"text");
    edit.push(1);
    for _ in 0..depth {
        edit.extend([117, 1]);
    }
    edit.extend([126, 0]);
    edit
}

/// Small documents that take gigabytes to draw.
pub fn documents_that_unfold() -> Vec<Vec<u8>> {
    let deflated = |bytes: &[u8]| {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(bytes).and_then(|()| packer.finish()).unwrap_or_default()
    };
    // 40,000 × 40,000 pixels of nothing, packed twice.
    let nothing = deflated(&deflated(&vec![0; 200_000_000]));
    let picture = object(
        "/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /BitsPerComponent 8 /ColorSpace /DeviceGray \
         /Filter [/FlateDecode /FlateDecode]",
        &nothing,
    );
    let draws = object("", b"q 600 0 0 800 0 0 cm /X Do Q");
    let of_a_picture = document("/MediaBox [0 0 600 800] /Resources << /XObject << /X 5 0 R >> >>", &[draws, picture]);
    // A form that draws itself many times over.
    let again = b"/X Do ".repeat(60);
    let form = |number: usize| {
        object(
            &format!(
                "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X {number} 0 R >> >>"
            ),
            &again,
        )
    };
    let forms: Vec<Vec<u8>> = std::iter::once(object("", &again))
        .chain((6..16).map(form))
        .chain([object("/Type /XObject /Subtype /Form /BBox [0 0 600 800]", b"0 0 600 800 re f")])
        .collect();
    let of_forms = document("/MediaBox [0 0 600 800] /Resources << /XObject << /X 5 0 R >> >>", &forms);
    let huge = document("/MediaBox [0 0 2000000 2000000] /UserUnit 100", &[object("", b"0 0 2000000 2000000 re f")]);
    vec![of_a_picture, of_forms, huge]
}

fn object(head: &str, stream: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<< {head} /Length {} >>\nstream\n", stream.len()).into_bytes();
    bytes.extend(stream);
    bytes.extend(b"\nendstream");
    bytes
}

/// A document of one page, whose words are the first of these objects.
fn document(page: &str, objects: &[Vec<u8>]) -> Vec<u8> {
    let mut all = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        format!("<< /Type /Page /Parent 2 0 R {page} /Contents 4 0 R >>").into_bytes(),
    ];
    all.extend(objects.iter().cloned());
    let (mut bytes, mut places) = (b"%PDF-1.7\n".to_vec(), Vec::new());
    for (number, object) in all.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", number + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", all.len() + 1).bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").bytes()));
    bytes.extend(format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", all.len() + 1).bytes());
    bytes
}
