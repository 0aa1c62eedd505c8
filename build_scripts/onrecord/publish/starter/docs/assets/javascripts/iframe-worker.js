// Search runs in a worker, and browsers refuse workers to pages opened from a file. There, a hidden frame of the
// same page does the worker's part. Nothing is loaded from elsewhere.
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  class IFrameWorker extends EventTarget {
    constructor(address) {
      super();
      this.onmessage = null;
      this.onerror = null;
      this.waiting = [];
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.title = "Search";
      document.body.append(this.frame);
      const page = this.frame.contentDocument;
      page.open();
      page.write("<!doctype html><html lang=en><title>Search</title><body></body></html>");
      page.close();
      this.inside = this.frame.contentWindow;
      this.inside.postMessage = (data) => this.tell("message", { data });
      this.inside.importScripts = (...addresses) =>
        addresses.reduce((done, next) => done.then(() => this.load(next)), Promise.resolve());
      this.load(new URL(address, document.baseURI).href).then(
        () => this.ready(),
        (error) => this.tell("error", { message: String(error) }),
      );
    }

    load(address) {
      const page = this.frame.contentDocument;
      return new Promise((resolve, reject) => {
        const script = page.createElement("script");
        script.src = address;
        script.onload = resolve;
        script.onerror = () => reject(new Error("Cannot load " + address));
        page.body.append(script);
      });
    }

    ready() {
      const waiting = this.waiting;
      this.waiting = null;
      waiting.forEach((data) => this.postMessage(data));
    }

    postMessage(data) {
      if (this.waiting) {
        this.waiting.push(data);
        return;
      }
      const event = new this.inside.MessageEvent("message", { data });
      this.inside.dispatchEvent(event);
    }

    tell(type, init) {
      // A worker answers later, never within the call.
      setTimeout(() => {
        const event = type === "message" ? new MessageEvent(type, init) : new ErrorEvent(type, init);
        const handler = this["on" + type];
        if (typeof handler === "function") handler.call(this, event);
        this.dispatchEvent(event);
      });
    }

    terminate() {
      this.frame.remove();
    }
  }

  window.IFrameWorker = IFrameWorker;
  window.Worker = IFrameWorker;
})();
