"""A panel whose chart could not follow its controls: the page says so, and the chart looks it."""

from longwave.widgets.live import STATIC
from tools import browser

STALE = """async ([script, style]) => {
    const view = { data() {}, signal() {}, description() {}, runAsync: async () => {} };
    globalThis.__longwaveVega1 = { vegaEmbed: async () => ({ view, finalize() {} }) };
    const live = await import(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    const moved = { rows: {}, params: {}, description: '', sentence: 'The bar ends at 3.' };
    const parts = { spec: { usermeta: {} }, moved, fault: '' };
    const heard = {};
    const on = (names, call) => names.split(' ').forEach((name) => { heard[name] = call; });
    document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
    const panel = Object.assign(document.createElement('div'), { className: 'longwave-panel' });
    const el = panel.appendChild(document.createElement('div'));
    document.body.append(panel);
    const stop = await live.default.render({ model: { get: (name) => parts[name], on, off() {} }, el });
    const look = () => {
        const fault = el.querySelector('[role=alert]');
        return [fault.textContent, getComputedStyle(fault).display, el.querySelector('.longwave-alt').textContent,
            getComputedStyle(el.querySelector('.longwave-chart')).opacity];
    };
    const seen = [look()];
    for (const words of ['It cannot follow.', '']) {
        parts.fault = words;
        heard['change:fault']();
        seen.push(look());
    }
    stop();
    return seen;
}"""


def test_a_chart_that_stays_behind_is_pale_and_says_why(chromium):
    page = browser.new_page(chromium)
    files = [(STATIC / name).read_text(encoding="utf-8") for name in ("live.js", "live.css")]
    well = ["", "none", "The bar ends at 3.", "1"]
    assert page.evaluate(STALE, files) == [
        well,
        ["It cannot follow.", "block", "The bar ends at 3.", "0.35"],
        well,
    ]
    page.context.close()
