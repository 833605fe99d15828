"""A reader's visit to a page, and everything that was wrong with it."""

from pathlib import Path

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
LAYOUT = (Path(__file__).parent / "layout.js").read_text()
PAGE_LIMIT = 100_000  # bytes over the wire, headers and all
SCRIPT_LIMIT = 20_000
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """async tags => {
    const {violations} = await axe.run(document, {
        runOnly: {type: "tag", values: tags}, rules: {"target-size": {enabled: true}}, resultTypes: ["violations"],
    });
    return violations.flatMap(rule => rule.nodes.map(node => {
        const why = [...node.any, ...node.all, ...node.none].map(check => check.message).join("; ");
        return `axe ${rule.id}: ${node.target.join(" ")}: ${why}`;
    }));
}"""
LISTEN = """
window.policyReports = [];
document.addEventListener("securitypolicyviolation", event =>
    window.policyReports.push(`policy ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""


class Reader:
    """One context with one page; whatever the page complains of is kept in `complaints`."""

    def __init__(self, browser, site, width=1280, height=900, **options):
        self.site = site
        self.complaints = []
        self.address = ""
        self.context = browser.new_context(viewport={"width": width, "height": height}, **options)
        self.context.add_init_script(LISTEN)
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.network = Network(self.context.new_cdp_session(self.page))
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))
        self.page.on("request", self.follow)

    def hear(self, message):
        is_own = message.location["url"] in (self.address, self.page.url)
        is_own_answer = is_own and "Failed to load resource" in message.text
        if message.type in ("error", "warning") and not is_own_answer:  # a page that is missing says so, rightly
            self.complaints.append(f"console {message.type}: {message.text} {message.location['url']}")

    def follow(self, request):
        if not request.url.startswith((f"{self.site}/", "data:", "blob:")):
            self.complaints.append(f"request off the host: {request.url}")

    def open(self, path):
        self.address = self.site + path  # which the page itself does not have yet when its answer is heard
        self.response = self.page.goto(self.address, wait_until="load")

    def show(self, width, scheme, height=900):
        """The same page at another width, in another colour scheme."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(color_scheme=scheme)

    def axe(self):
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)
        return self.page.evaluate(RUN_AXE, TAGS)

    def layout(self):
        return self.page.evaluate(LAYOUT)

    def reports(self):
        return self.page.evaluate("window.policyReports")


class Network:
    """What the first view costs, as the wire sees it."""

    def __init__(self, session):
        self.asked = {}  # id: (address, type, who asked for it)
        self.bytes = {}
        session.on("Network.requestWillBeSent", self.ask)
        session.on("Network.loadingFinished", self.finish)
        session.send("Network.enable")

    def ask(self, event):
        asker = event["initiator"]
        frames = asker.get("stack", {}).get("callFrames", [])
        by = asker.get("url") or next((frame["url"] for frame in frames), "")
        self.asked[event["requestId"]] = (event["request"]["url"], event.get("type"), by)

    def finish(self, event):
        self.bytes[event["requestId"]] = event["encodedDataLength"]

    def faults(self, document):
        """Too heavy, or more than one round of requests after the page's own."""
        total = sum(self.bytes.values())
        scripts = sum(self.bytes.get(key, 0) for key, (_url, kind, _by) in self.asked.items() if kind == "Script")
        if total > PAGE_LIMIT:
            yield f"weighs {total} bytes over the wire, of {PAGE_LIMIT}"
        if scripts > SCRIPT_LIMIT:
            yield f"its scripts weigh {scripts} bytes over the wire, of {SCRIPT_LIMIT}"
        for url, kind, by in self.asked.values():
            is_icon = kind == "Other" and not by  # the tab's own picture, which no page waits for
            if not is_icon and url != document and by != document and not url.startswith("data:"):
                yield f"second round of requests: {kind} {url}, asked for by {by or 'nobody named'}"
