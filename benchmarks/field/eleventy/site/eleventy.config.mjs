// Pages are grouped by their folder; the body is Markdown alone, without a template language in it.
export default function (config) {
  for (const language of ["bg", "en", "ru"]) {
    config.addCollection(language, (api) => api.getFilteredByGlob(`content/${language}/projects/proekt-*.md`));
  }
  config.addCollection("everything", (api) => api.getFilteredByGlob("content/*/projects/proekt-*.md"));
  config.addFilter("rest", (url) => url.replace(/^\/\w\w\//, ""));
  config.addFilter("rfc", (date) => date.toUTCString());
  config.addFilter("newest", (pages) => pages.slice(-30).reverse());
}

export const config = {
  dir: { input: "content", output: "public" },
  markdownTemplateEngine: false,
};
