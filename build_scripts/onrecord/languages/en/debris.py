"""Words that web pages leave in a text: share bars, navigation, newsletters, comment forms … Data, no code.

Phrases are in lower case, without marks at either end; see `intake.phrases` for how they are compared.
"""

PHRASES: dict[str, tuple[str, ...]] = {
    "share bar": (
        "share", "share this", "share this article", "share this story", "share this post", "share this page",
        "share article", "share on facebook", "share on twitter", "share on x", "share on whatsapp",
        "share on linkedin", "share via email", "share with friends", "share:", "shares", "share this:", "like this",
        "like loading", "tweet", "tweet this", "retweet", "email this", "email this article", "print this",
        "print this article", "print article", "copy link", "link copied", "link copied to clipboard", "copy url",
        "save", "save article", "save for later", "bookmark", "listen", "listen to this article", "gift this article",
        "give this article", "follow us", "follow us on", "follow us on facebook", "follow us on twitter",
        "follow us on google news", "follow us on social media", "click to share", "spread the word",
        "share your thoughts", "sharing options", "show more sharing options", "close extra sharing options",
    ),
    "navigation": (
        "home", "menu", "skip to content", "skip to main content", "skip to navigation", "skip navigation",
        "back to top", "back to top button", "top of page", "go to top", "return to top", "scroll to top", "search",
        "next", "previous", "next article", "previous article", "next post", "previous post", "next story",
        "older posts", "newer posts", "post navigation", "main menu", "toggle navigation", "close menu", "open menu",
        "sign in", "log in", "login", "register", "my account", "contact us", "about us", "privacy policy",
        "cookie policy", "terms of use", "terms of service", "terms and conditions", "sitemap", "site map", "careers",
        "advertise", "advertise with us", "accessibility", "help", "faq", "rss", "rss feed", "back", "close",
        "breaking news", "latest news", "live tv", "watch live", "trending", "trending now", "categories", "tags",
        "archives", "all topics", "topics", "view all", "see all", "show all", "show more", "load more", "view more",
        "expand", "collapse", "read full article", "back to news", "all news", "return to news", "copy",
    ),
    "advertisement": (
        "advertisement", "advertisements", "advertising", "sponsored", "sponsored content", "paid content",
        "promoted",
        "promoted content", "ad", "ads", "story continues below", "story continues below advertisement",
        "article continues below", "article continues after advertisement", "continue reading below",
        "advertisement - continue reading below", "scroll to continue", "continue reading the main story",
        "report this ad", "skip advertisement",
        "this advertisement has not loaded yet, but your article continues below",
        "article continues after this advertisement", "story continues after advertisement", "ad feedback",
        "remove ads", "paid post",
    ),
    "newsletter": (
        "newsletter", "newsletters", "subscribe", "subscribe now", "subscribe to our newsletter", "sign up",
        "sign up now", "sign up for our newsletter", "sign up for free", "type your email", "enter your email",
        "email address", "your email address", "thanks for subscribing", "thank you for subscribing", "get alerts",
        "become a member", "become a subscriber", "support our journalism", "support us", "donate", "donate now",
        "join our newsletter", "join our mailing list", "download our app", "get the app", "subscribe today",
        "already a subscriber", "start your free trial", "continue reading with a subscription",
    ),
    "comment form": (
        "leave a reply", "leave a comment", "leave your comment", "post a comment", "post comment", "add a comment",
        "write a comment", "submit comment", "comments", "comment", "view comments", "show comments", "no comments",
        "no comments yet", "join the conversation", "join the discussion", "comments are closed", "cancel reply",
        "leave a reply cancel reply", "your email address will not be published",
        "your email address will not be published. required fields are marked",
        "required fields are marked", "reply", "report a typo", "report an error", "was this helpful",
        "was this article helpful", "be the first to comment", "have your say", "discussion", "log in to comment",
    ),
    "related stories": (
        "related", "related articles", "related stories", "related news", "related posts", "related topics",
        "related content", "related coverage", "related links", "related reading", "more stories", "more news",
        "more on this story", "more on this", "more like this", "read more", "read also", "also read", "see also",
        "read next", "up next", "recommended", "recommended for you", "recommended stories", "recommended reading",
        "you may also like", "you might also like", "you may be interested in", "you might be interested in",
        "most read", "most popular", "popular stories", "popular posts", "top stories", "editors' picks",
        "editor's picks", "latest stories", "latest posts", "recent posts", "don't miss", "in case you missed it",
        "keep reading", "what to read next", "more from this author", "more from this section", "around the web",
        "from around the web", "in this story", "featured", "related article", "related story", "more in world",
        "must read", "must reads", "you may like", "read more news", "people are also reading", "people also read",
        "others are reading", "trending", "trending now", "what others are reading",
    ),
    "press contact": ("media enquiries", "media inquiries", "media contact", "media contacts", "press contact",
                      "press contacts", "press enquiries", "press inquiries", "for media enquiries",
                      "contact for media", "contacts for the press", "notes to editors and contacts"),
    "read-more link": ("read more", "read more here", "continue reading", "click here to read more", "learn more",
                       "find out more", "full story", "read the full story", "read full story", "more"),
    "export label": ("abstract", "full text", "full text begins", "document type", "end of document", "load-date"),
    "player label": ("play", "play video", "watch", "video", "audio", "mute", "unmute", "loading", "gallery",
                     "now playing", "media caption", "image caption", "image source", "image", "photo",
                     "view gallery",
                     "your browser does not support the video tag", "your browser does not support the audio element",
                     "javascript is disabled", "please enable javascript"),
    "cookie notice": ("accept", "accept all", "accept cookies", "reject all", "manage cookies", "cookie settings",
                      "manage preferences", "we use cookies", "i accept", "got it"),
}  # fmt: skip
"""Reason, and the phrases that are debris when they stand alone on a line."""

SHAPES: tuple[tuple[str, str], ...] = (
    ("copyright line", r"(?:copyright|©|\(c\)|&copy;)\W{0,4}(?:(?:©|\(c\))\W{0,3})?(?:19|20)\d\d\b.*"),
    ("copyright line", r"(?:copyright\s?[©:(]|©).{1,300}"),
    ("copyright line", r"(?:.{0,120}\W)?all rights reserved\b.*"),
    ("copyright line", r".{0,80}this material may not be published, broadcast, rewritten.*"),
    ("copyright line", r"(?:this|the) (?:article|story|text|work|content) is (?:republished|licensed|published)\b"
                       r".{0,200}\b(?:licen[cs]e|permission|creative commons)\b.*"),
    ("newsletter", r"(?:please |to )?(?:subscribe|sign up|signup|register|join)\b.{0,120}\b(?:newsletters?|inbox"
                   r"|e-?mail|mailing list|latest posts|updates|alerts|whatsapp|telegram|channel|podcast"
                   r"|briefing)\b.{0,120}"),
    ("newsletter", r"(?:get|receive|have)\b.{0,100}\b(?:in|to|by) your (?:inbox|e-?mail|mailbox)\b.{0,100}"),
    ("newsletter", r"discover more from .{1,80}"),
    ("newsletter", r".{0,200}\b(?:in|to|into) your inbox\b.{0,80}"),
    ("newsletter", r"(?:register|subscribe|sign up|join)(?: now| today)? (?:for|to) (?:free|unlimited|full|premium)\b"
                   r".{0,120}"),
    ("newsletter", r".{0,80}\bis a reader-supported publication\b.{0,200}"),
    ("newsletter", r".{0,200}\bconsider becoming an? .{0,20}(?:subscriber|member|supporter|patron)\b.{0,60}"),
    ("newsletter", r"(?:download|get|install)\b.{0,30}\b(?:our|the)\b.{0,30}\bapps?\b.{0,100}"),
    ("newsletter", r"by (?:signing up|subscribing|clicking|providing)\b.{0,200}\b(?:terms|privacy|agree)\b.{0,200}"),
    ("newsletter", r"(?:if you (?:like|enjoy|value)|support (?:us|our)|help us)\b.{0,120}"
                   r"\b(?:donat|subscri|membership|contribut)\w*.{0,120}"),
    ("comment form", r"\d{1,6} (?:comments?|replies|responses)(?: on .{0,150})?"),
    ("comment form", r"\d{1,6} view comments"),
    ("comment form", r"(?:comments?|replies) ?\(?\d{1,6}\)?"),
    ("comment form", r"save my name, e-?mail,? and website.{0,100}"),
    ("comment form", r"(?:sign|log|you must be logged) in to (?:post|leave|write|comment).{0,60}"),
    ("comment form", r"(?:flag)?share(?:like)?reply.{0,80}"),
    ("related stories", r"(?:read also|also read|read more|see also|related(?: story| article| news| coverage)?"
                        r"|more on this|read next|don.t miss|watch|must read|recommended|more news|next read)"
                        r"\s?[:|»>–—-]\s?\S.{0,250}"),
    ("related stories", r"more (?:from|on) [^.!?,]{2,60}"),
    ("related stories", r"(?:read|click here for|see) (?:the )?(?:rest|more|original"
                        r"|full (?:story|text|article|interview|report|transcript))\b.{0,80}"
                        r"\b(?:here|at|on|about|from)\b.{0,80}"),
    ("read-more link", r"(?:click|tap) here (?:to|for)\b.{0,120}"),
    ("read-more link", r"(?:continue reading|read more)\b[^.!?]{0,120}(?:→|»|…|\.\.\.)?"),
    ("house rules", r"our standards\s?:.{0,80}"),
    ("house rules", r"all quotes delayed (?:a minimum of|at least) .{0,150}"),
    ("house rules", r"disclaimer\s?:.{0,300}"),
    ("player label", r"now playing\s?[:|–—-].{1,120}"),
    ("repost notice", r"you are reading\b.{0,250}"),
    ("repost notice", r"(?:.{0,80}\W)?read the (?:original|full) (?:article|story|post)"
                      r"(?: here| at.{0,80}| on.{0,80})?"),
    ("repost notice", r"(?:this|the) (?:article|story|post) (?:was )?(?:first|originally) "
                      r"(?:appeared|published|posted)\b.{0,200}"),
    ("repost notice", r"(?:the post|this post) .{0,200}(?:appeared first on|first appeared on) .{0,100}"),
    ("repost notice", r"\(?(?:except for the headline,? )?this (?:story|article) has not been edited by\b.{0,200}"),
    ("site name", r"welcome to [^.!?]{0,60}\b(?:network|news|blog|site|website|portal|magazine|media|online|tv"
                  r"|page)\b[^.?]{0,40}"),
    ("site name", r"(?:proudly )?powered by (?:wordpress|blogger|ghost|drupal|joomla|substack|medium|disqus|taboola"
                  r"|outbrain)\b.{0,60}"),
    ("social media line", r"(?:you can )?(?:follow|like|find|connect with|reach)\b.{0,60}\b(?:on|via|at)\b.{0,20}"
                          r"\b(?:twitter|facebook|instagram|x|linkedin|telegram|youtube|tiktok|mastodon|bluesky|threads"
                          r"|google news|whatsapp|gab|parler|snapchat)\b.{0,80}"),
    ("social media line", r"do you support .{1,60}\? like the page"),
    ("social media line", r"(?:twitter|facebook|instagram|telegram|youtube)\s?[:|]\s?@?\w{1,40}"),
    ("reading time", r"(?:reading time\W{0,3}|estimated read(?:ing)? time\W{0,3})?(?:about )?\d{1,3}[ -]"
                     r"(?:min|mins|minute|minutes)(?:s)?(?: read| reading time| to read)?"),
    ("view count", r"(?:[\d.,]{1,9}[km]? )(?:views?|shares?|likes?|reads|retweets)"),
    ("player label", r"(?:we are|we.re) sorry,? ?this video is .{0,120}"),
    ("player label", r"(?:watch|listen(?: to)?|see|view)\b[^.!?“”\"]{0,80}\b(?:below|above|here|in the player)"),
    ("cookie notice", r"(?:we|this (?:site|website)) uses? cookies\b.{0,300}"),
    ("cookie notice", r"(?:this site is protected by recaptcha|by continuing to (?:use|browse))\b.{0,250}"),
    ("advertisement", r"(?:advertisement|sponsored|ad)\s?[:|–-]\s?.{0,80}"),
    ("style code", r"(?:[.#@][\w-]{1,40}[\w\s.,#:()@-]{0,80}\{.{0,400})"),
    ("style code", r"(?:width|height|margin|padding|float|font|color|text-align|border|background|display|position"
                   r"|line-height|-webkit|-moz|-ms)[a-z-]{0,20}:\s?[\w\s#%.,()!'\"-]{1,80};(?:.{0,200}[;}])?"),
    ("code", r"(?:window|document|var \w{1,20}|function|googletag|jquery|\$)\s?(?:\.|=|\().{0,400}[;})]"),
    ("markup remnant", r"(?:</?[a-z][^<>]{0,300}>\W{0,3}){1,8}"),
    ("web address", r"(?:https?://|www\.)\S{3,400}"),
)  # fmt: skip
"""Reason, and the pattern that a whole line (in lower case, white space folded) must match; each is bounded."""

RIGHTS_REASON = "copyright line"
"""The reason whose lines become a source's `rights`."""

SHARE_WORDS: tuple[str, ...] = (
    "share", "tweet", "email", "e-mail", "mail", "print", "facebook", "twitter", "x", "whatsapp", "telegram",
    "linkedin", "pinterest", "reddit", "messenger", "copy", "link", "save", "pin", "flipboard", "instagram",
    "youtube", "tiktok", "viber", "vk", "tumblr", "pocket", "sms", "wechat", "line", "threads", "bluesky", "mastodon",
    "on", "via", "to", "this", "or", "and", "more", "post", "gmail", "google", "news", "bookmark", "like", "follow",
)  # fmt: skip
"""A line made of these words only, at least two of them networks or buttons, is a share bar."""

SHARE_CORE: tuple[str, ...] = (
    "share", "tweet", "email", "e-mail", "print", "facebook", "twitter", "whatsapp", "telegram", "linkedin",
    "pinterest", "reddit", "messenger", "flipboard", "instagram", "youtube", "tiktok", "viber", "tumblr", "wechat",
)  # fmt: skip
"""Of these at least two must stand in a share bar."""

TAILS: tuple[str, ...] = (
    "read more",
    "read more here",
    "continue reading",
    "read full story",
    "learn more",
    "see more",
)
"""Links left at the end of a paragraph, after its last full stop."""

SECTIONS: tuple[str, ...] = (
    "world", "world news", "news", "politics", "business", "opinion", "europe", "asia", "africa", "americas",
    "middle east", "international", "national", "local", "local news", "us", "u.s", "us news", "uk", "uk news",
    "economy", "markets", "technology", "tech", "science", "health", "sport", "sports", "culture", "arts",
    "entertainment", "lifestyle", "life", "travel", "education", "environment", "climate", "analysis", "explainer",
    "editorial", "comment", "commentary", "features", "feature", "exclusive", "live", "breaking", "top news",
    "press release", "press releases", "media release", "news release", "statement", "statements", "blog", "updates",
    "security", "defence", "defense", "crime", "law", "energy", "society", "religion", "war in ukraine", "ukraine",
    "for immediate release", "obituary", "letters", "global", "general news", "latest", "headlines",
)  # fmt: skip
"""Names of sections that stand alone over a headline."""

COMMENT_REASON = "comment form"
RELATED_REASON = "related stories"
TAIL_OPENERS: tuple[str, ...] = (
    COMMENT_REASON,
    RELATED_REASON,
    "press contact",
    "newsletter",
    "repost notice",
    "site name",
)
"""Debris after which, at the end of a text, further short lines belong to the page and not to the text."""

FOOTER_WORDS: tuple[str, ...] = (
    "about", "contact", "privacy", "terms", "cookies", "policy", "careers", "advertise", "sitemap", "help", "home",
    "subscribe", "login", "search", "name", "email", "website", "rss", "disclaimer", "imprint", "accessibility",
)  # fmt: skip
