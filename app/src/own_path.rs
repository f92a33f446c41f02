//! Where a form may lead: nowhere but here.

/// A path of this site, or home: nobody is sent elsewhere by a form.
pub fn own_path(path: &str) -> &str {
    let inside =
        path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.contains(char::is_control);
    if inside { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(own_path("/work/1?a=b"), "/work/1?a=b");
        for foreign in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "", "/a\nb"] {
            assert_eq!(own_path(foreign), "/");
        }
    }
}
