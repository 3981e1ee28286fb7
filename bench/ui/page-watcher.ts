/** What is measured within the page; two frames after the last change count as painted. */
export const watcher = `
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const twoFrames = async () => { await frame(); await frame(); return performance.now(); };
  const painted = async (isThere, from = 0) => { while (!isThere()) await frame(); return (await twoFrames()) - from; };
  const rowsAreHere = () => document.querySelector('[data-index]:not([aria-busy])') !== null;
  const isWaiting = (each) => each.checkVisibility() && each.getBoundingClientRect().top < innerHeight;
  const pageStands = () => document.title.includes(' - ') && document.querySelector('main h1') !== null
    && ![...document.querySelectorAll('[aria-busy="true"], .loading')].some(isWaiting);
  const sentence = () => document.querySelector('.filter-sentence')?.textContent;
  const typed = (text) => {
    const field = document.querySelector('input[type=search]');
    const before = sentence();
    const from = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return painted(() => sentence() !== before && !document.querySelector('.table-dimmed') && rowsAreHere(), from);
  };
  const jumped = (row) => {
    const from = performance.now();
    document.querySelector('.table-scroll').scrollTo(0, row * 28);
    return painted(() => document.querySelector('[data-index="' + row + '"]:not([aria-busy])') !== null, from);
  };
  const scrolled = async (steps) => {
    const list = document.querySelector('.table-scroll');
    const frames = [];
    let last = await frame();
    for (let step = 0; step < steps; step += 1) {
      list.scrollBy(0, 140);
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    return frames;
  };
  const moved = () => {
    const before = document.querySelector('.table-row-focused')?.dataset.index;
    return new Promise((done) => addEventListener('keydown', async () => {
      const from = performance.now();
      done(await painted(() => document.activeElement?.dataset.index !== before && document.activeElement?.matches('.table-row'), from));
    }, { once: true, capture: true }));
  };
  const watchMove = () => { globalThis.isMoved = moved(); };
  const canvas = () => document.querySelector('.picture canvas');
  const nextFrame = () => new Promise((done) => {
    const from = performance.now();
    const watching = new MutationObserver(async () => {
      watching.disconnect();
      const tookMs = Number(canvas().dataset.tookMs);
      done([tookMs, (await twoFrames()) - from]);
    });
    watching.observe(canvas(), { attributes: true, attributeFilter: ['data-took-ms', 'data-painted'] });
  });
  const watchFrame = () => { globalThis.isPainted = nextFrame(); };
  const blocked = () => new Promise((done) => {
    let from = 0;
    addEventListener('keydown', () => { from = performance.now(); }, { once: true, capture: true });
    let wasStale = false;
    const picture = document.querySelector('.picture');
    const watching = new MutationObserver(async () => {
      const isStale = picture.hasAttribute('aria-busy');
      wasStale ||= isStale;
      if (!wasStale || isStale) return;
      watching.disconnect();
      const before = canvas().dataset.painted;
      done(await painted(() => canvas().dataset.painted !== before, from));
    });
    watching.observe(picture, { attributes: true, attributeFilter: ['aria-busy'] });
  });
  const watchBlock = () => { globalThis.isBlocked = blocked(); };
  Object.assign(globalThis, { painted, rowsAreHere, pageStands, typed, jumped, scrolled, watchMove, watchFrame, watchBlock });
`;
