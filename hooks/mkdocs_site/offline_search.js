/* What search.js, which follows, needs in a page that is opened from a file. From there a worker can only be
   started from a text, which is `WORKER` above, and cannot load its index, which is a script here. */

"use strict";

self.Worker = class extends Worker {
  constructor(address) {
    super(URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" })));
    this.index = new URL(address).searchParams.get("index").replace(/json$/, "js");
  }

  postMessage(message) {
    if (message.type === 0) this.setUp();
    else super.postMessage(message);
  }

  setUp() {
    const script = document.createElement("script");
    script.src = this.index;
    script.onload = () => super.postMessage({ type: 0, data: __index });
    document.head.append(script);
  }
};

