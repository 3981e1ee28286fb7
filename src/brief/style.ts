/** The look of a brief: one column that prints, a phone's width and up, light and dark by the reader's setting. */
export const briefStyle = `
:root{color-scheme:light dark;--ink:#1c1e21;--soft:#5a6069;--line:#d6d9de;--back:#fff;--raised:#f5f6f8;--accent:#0b5cad;--alarm:#8f1d14}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8eb;--soft:#a4abb5;--line:#3a3f47;--back:#15171a;--raised:#1f2227;--accent:#7ab8ff;--alarm:#ff9a8f}}
*{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK KR",sans-serif}
main{max-width:60rem;margin:0 auto;padding:1rem 1.25rem 3rem}h1{font-size:1.75rem;line-height:1.2;margin:1rem 0}h2{font-size:1.25rem;margin:2.25rem 0 .75rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;font-weight:500;margin:0}
.mark{margin:0;padding:.4rem 1.25rem;text-align:center;font-weight:600;letter-spacing:.04em;color:var(--alarm);border-bottom:1px solid var(--line);background:var(--back);position:sticky;top:0;z-index:1}.foot{border:0;border-top:1px solid var(--line);position:static}
nav ol{margin:0;padding-left:1.25rem;columns:2}a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}li{margin:.35rem 0}
sup.cites{font-size:.72em;margin-left:.2em;white-space:nowrap}sup.cites a{text-decoration:none}.empty{color:var(--soft)}
.scroll{overflow-x:auto;margin:1rem 0}table{border-collapse:collapse;width:100%;font-size:.9rem}caption{text-align:left;color:var(--soft);padding-bottom:.4rem}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}th{font-weight:600}td.figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
article{padding:.6rem 0;border-bottom:1px solid var(--line)}article:target{background:var(--raised)}article b{display:inline-block;min-width:2.2rem;color:var(--soft)}.place{margin:.2rem 0 0 2.45rem;color:var(--soft);font-size:.88rem;overflow-wrap:anywhere}
pre{margin:.4rem 0 0 2.45rem;padding:.5rem .7rem;background:var(--raised);border-radius:4px;overflow-x:auto;font:13px/1.5 ui-monospace,"Noto Sans Mono","Noto Sans Mono CJK KR",monospace}pre mark{background:none;color:inherit;font-weight:700}pre mark::before{content:"> ";color:var(--accent)}pre span::before{content:"  "}
@media (max-width:40rem){nav ol{columns:1}.place,pre{margin-left:0}}
@media print{:root{--ink:#000;--soft:#444;--line:#bbb;--back:#fff;--raised:#f3f3f3;--accent:#000;--alarm:#000}.mark{position:fixed;top:0;left:0;right:0}.foot{position:fixed;top:auto;bottom:0;left:0;right:0}main{max-width:none;padding:1.5rem 0}nav{display:none}article,tr{break-inside:avoid}h2,h3{break-after:avoid}a{text-decoration:none}@page{margin:18mm 15mm}}
`;
