//! Bytes that people bring. (pictures follow)
