// What a reader with good eyes would complain of: each fault a line.
() => {
    const faults = new Set();
    const root = document.documentElement;
    const describe = element => {
        const id = element.id ? `#${element.id}` : "";
        const classes = typeof element.className === "string" ? element.className : element.getAttribute("class") || "";
        const own = element.localName + id + classes.split(/\s+/).filter(Boolean).map(name => `.${name}`).join("");
        const parent = element.parentElement;
        return (parent && parent !== root ? `${parent.localName}${parent.id ? `#${parent.id}` : ""} > ` : "") + own;
    };
    const words = element => element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    const isHidden = element => !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    // Text for screen readers alone is one pixel large, or stands off the page.
    const isForEars = element => {
        for (let each = element; each && each !== root; each = each.parentElement) {
            const box = each.getBoundingClientRect();
            const style = getComputedStyle(each);
            const isClipped = style.clipPath !== "none" || style.overflowX !== "visible";
            if ((isClipped && box.width <= 1.5) || box.right <= 0) return true;
        }
        return false;
    };

    if (root.scrollWidth > root.clientWidth) {
        faults.add(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth}`);
        for (const element of document.body.querySelectorAll("*")) {
            const box = element.getBoundingClientRect();
            const scroller = element.closest(".table, figure");
            if (box.width && box.right > root.clientWidth + 1 && !(scroller && scroller !== element && getComputedStyle(scroller).overflowX === "auto"))
                faults.add(`stands ${Math.round(box.right - root.clientWidth)} px beyond the window: ${describe(element)}`);
        }
    }

    for (const element of document.body.querySelectorAll("*")) {
        const text = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        if (!text || isHidden(element)) continue;
        const style = getComputedStyle(element);
        const svg = element.ownerSVGElement;
        if (svg) {
            if (!element.getBoundingClientRect().width || element.closest("title, desc, defs")) continue;
            const matrix = element.getScreenCTM();
            const size = parseFloat(style.fontSize) * Math.hypot(matrix.a, matrix.b);
            if (size < 11.9) faults.add(`type of ${size.toFixed(1)} px in a picture: ${describe(element)} “${words(element)}”`);
            const box = element.getBoundingClientRect(), frame = svg.getBoundingClientRect();
            if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2)
                faults.add(`text cut by the edge of its picture: ${describe(element)} “${words(element)}”`);
            continue;
        }
        if (isForEars(element)) continue;
        if (parseFloat(style.fontSize) < 12) faults.add(`type of ${style.fontSize}: ${describe(element)} “${words(element)}”`);
        for (let each = element; each !== root && each !== document.body; each = each.parentElement) {
            const around = getComputedStyle(each);
            const hides = ["hidden", "clip"].includes(around.overflowX);
            if (hides && each.scrollWidth > each.clientWidth + 1 && each.clientWidth)
                faults.add(`text cut by overflow: ${describe(each)} “${words(element)}”`);
        }
    }
    return [...faults];
}
