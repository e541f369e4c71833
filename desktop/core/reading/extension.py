"""The end of a file's name that fits what is in the file."""

from __future__ import annotations

from typing import Final

_BY_TYPE: Final = {
    "application/epub+zip": "epub",
    "application/geo+json": "geojson",
    "application/graphql": "graphql",
    "application/gzip": "gz",
    "application/java-archive": "jar",
    "application/msword": "doc",
    "application/octet-stream": "bin",
    "application/pdf": "pdf",
    "application/rtf": "rtf",
    "application/sql": "sql",
    "application/toml": "toml",
    "application/vnd.ms-excel": "xls",
    "application/vnd.ms-powerpoint": "ppt",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.sqlite3": "sqlite",
    "application/wasm": "wasm",
    "application/x-7z-compressed": "7z",
    "application/x-bzip2": "bz2",
    "application/x-ndjson": "ndjson",
    "application/x-tar": "tar",
    "application/xhtml+xml": "xhtml",
    "application/yaml": "yaml",
    "application/zip": "zip",
    "audio/flac": "flac",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "font/otf": "otf",
    "font/ttf": "ttf",
    "font/woff": "woff",
    "font/woff2": "woff2",
    "image/avif": "avif",
    "image/bmp": "bmp",
    "image/gif": "gif",
    "image/heic": "heic",
    "image/jp2": "jp2",
    "image/jpeg": "jpeg",
    "image/png": "png",
    "image/svg+xml": "svg",
    "image/tiff": "tiff",
    "image/webp": "webp",
    "image/x-icon": "ico",
    "text/calendar": "ics",
    "text/css": "css",
    "text/csv": "csv",
    "text/html": "html",
    "text/javascript": "js",
    "text/markdown": "md",
    "text/plain": "txt",
    "text/tab-separated-values": "tsv",
    "text/vcard": "vcf",
    "video/mp4": "mp4",
    "video/mpeg": "mpeg",
    "video/quicktime": "mov",
    "video/webm": "webm",
}
_BY_SUFFIX: Final = {"json": "json", "xml": "xml", "zip": "zip", "yaml": "yaml", "gzip": "gz"}


def extension_of(media_type: str, *, text: bool) -> str:
    """Without the dot, such as `jpeg`; `txt` or `bin` where the type is not known."""
    known = _BY_TYPE.get(media_type)
    if known is None:
        suffix = media_type.rpartition("+")[2].rpartition("/")[2]
        known = _BY_SUFFIX.get(suffix) or _registered(media_type)
    return known or ("txt" if text else "bin")


def _registered(media_type: str) -> str:
    import mimetypes  # noqa: PLC0415

    # Without init(), which would let what a computer has installed change a file's name.
    endings = sorted(end for end, kind in mimetypes.types_map.items() if kind == media_type)
    return min(endings, key=len).removeprefix(".") if endings else ""
