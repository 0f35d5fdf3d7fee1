"""A drawing that is made long before its panel is in the page, as on a busy machine: the handles still get names."""

from longwave.widgets.live import STATIC
from tools import browser

# The drawing library is left out: what is tried here is what happens around a drawing.
LATE = """async (script) => {
    const view = { data() {}, signal() {}, description() {}, runAsync: async () => {} };
    globalThis.__longwaveVega1 = { vegaEmbed: async () => ({ view, finalize() {} }) };
    const live = await import(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    const parts = { spec: { usermeta: {} }, moved: { rows: {}, params: {}, description: '', sentence: '' } };
    const el = document.createElement('div');
    const stop = await live.default.render({ model: { get: (name) => parts[name], on() {}, off() {} }, el });
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    const panel = document.createElement('div');
    panel.innerHTML = '<div class="widget-inline-hbox"><label class="widget-label">Price</label>'
        + '<div class="noUi-handle"></div></div>';
    panel.append(el);
    document.body.append(panel);
    panel.className = 'longwave-panel';
    await new Promise(requestAnimationFrame);
    const name = panel.querySelector('.noUi-handle').getAttribute('aria-label');
    stop();
    return name;
}"""


def test_a_handle_is_named_though_its_panel_comes_late(chromium):
    page = browser.new_page(chromium)
    assert page.evaluate(LATE, (STATIC / "live.js").read_text(encoding="utf-8")) == "Price"
    page.context.close()
