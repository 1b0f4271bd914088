package kb.api;

/** What admins see of their tenant. */
public record AdminApi(AdminHealthApi health, AdminDocumentsApi documents, AdminFiguresApi figures, AdminLogApi log) {}
