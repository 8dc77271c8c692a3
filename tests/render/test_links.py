"""Links in their two modes, addresses of lists, old addresses and links to share."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.address import relative
from sitegen.render.links import PATTERNS, Links, old_address, share_links
from tests.sites import build_site


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("address", "here", "link"),
    [
        ("/bg/", "/", "bg/index.html"),
        ("/", "/bg/", "../index.html"),
        ("/bg/", "/bg/", "index.html"),
        ("/en/a/", "/bg/a/", "../../en/a/index.html"),
        ("/bg/a/b/", "/bg/a/", "b/index.html"),
        ("/bg/a/#x", "/bg/a/b/", "../index.html#x"),
        ("/bg/?q=1#x", "/", "bg/index.html?q=1#x"),
        ("/assets/a.pdf#page=2", "/p/1/", "../../assets/a.pdf#page=2"),
        ("/bg/a/", "/old.html", "bg/a/index.html"),
        ("/bg/a/", "/bg/old.html", "a/index.html"),
    ],
)
def test_relative_links_open_files(tmp_path: Path, address: str, here: str, link: str) -> None:
    site = build_site(tmp_path).outcome.site
    assert site
    assert Links(replace(site, relative_links=True), here).to(address) == link
    assert Links(site, here).to(address) == address
    below = replace(site, config=replace(site.config, url="https://x.example/eu/"))
    assert Links(below, here).to(address) == "/eu" + address


parts = st.lists(st.sampled_from("abc"), max_size=4)


@given(parts, parts, st.booleans(), st.booleans())
def test_a_relative_link_leads_where_it_should(
    there: list[str], here: list[str], is_file: bool, from_file: bool
) -> None:
    from posixpath import dirname, join, normpath

    target = "/" + "".join(f"{part}/" for part in there) + ("x.pdf" if is_file else "")
    start = "/" + "".join(f"{part}/" for part in here) + ("y.html" if from_file else "")
    found = normpath(join(dirname(start), relative(target, start)))
    assert found == (target if is_file else target + "index.html")


@pytest.mark.parametrize(
    ("alias", "address"),
    [
        ("/bg/a", "/bg/a/"),
        ("/bg/a/", "/bg/a/"),
        ("/a.html", "/a.html"),
        ("/a.htm", "/a.htm"),
        ("/", "/"),
        ("/%2e%2e/x", "/x/"),
        ("/%D0%B0/", "/а/"),
    ],
)
def test_old_addresses(alias: str, address: str) -> None:
    assert old_address(alias) == address


def test_share_links_have_the_networks_own_forms() -> None:
    made = {view.network: view.href for view in share_links(tuple(PATTERNS), "Парк & Co + 1", "https://x.example/bg/")}
    title, url = "%D0%9F%D0%B0%D1%80%D0%BA%20%26%20Co%20%2B%201", "https%3A%2F%2Fx.example%2Fbg%2F"
    assert made == {
        "facebook": f"https://www.facebook.com/sharer/sharer.php?u={url}",
        "x": f"https://x.com/intent/tweet?text={title}&url={url}",
        "linkedin": f"https://www.linkedin.com/sharing/share-offsite/?url={url}",
        "viber": f"viber://forward?text={title}%20{url}",
        "telegram": f"https://t.me/share/url?url={url}&text={title}",
        "whatsapp": f"https://wa.me/?text={title}%20{url}",
        "vk": f"https://vk.com/share.php?url={url}&title={title}",
        "ok": f"https://connect.ok.ru/offer?url={url}&title={title}",
        "messenger": f"fb-messenger://share/?link={url}",
        "email": f"mailto:?subject={title}&body={title}%0D%0A{url}",
    }
