using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Checkpoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "checkpointed",
                table: "pf_audit_head",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "dc_document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    book = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    symbol = table.Column<string>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    signer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    signer_name = table.Column<string>(type: "TEXT", nullable: false),
                    signer_title = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    draft = table.Column<string>(type: "TEXT", nullable: true),
                    prepared_hash = table.Column<string>(type: "TEXT", nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    file_hash = table.Column<string>(type: "TEXT", nullable: true),
                    token = table.Column<string>(type: "TEXT", nullable: false),
                    void_reason = table.Column<string>(type: "TEXT", nullable: true),
                    recipients = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dc_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dc_signing_ticket",
                columns: table => new
                {
                    ticket_hash = table.Column<string>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dc_signing_ticket", x => x.ticket_hash);
                });

            migrationBuilder.CreateTable(
                name: "ds_component",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    required = table.Column<bool>(type: "INTEGER", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    accepted = table.Column<bool>(type: "INTEGER", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_component", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_dossier",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    procedure = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_version = table.Column<string>(type: "TEXT", nullable: false),
                    lookup_code = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    applicant_name = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    phone_last4 = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    return_by = table.Column<string>(type: "TEXT", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    appointment = table.Column<DateTime>(type: "TEXT", nullable: true),
                    receiver_name = table.Column<string>(type: "TEXT", nullable: true),
                    appraisal = table.Column<string>(type: "TEXT", nullable: true),
                    draft = table.Column<string>(type: "TEXT", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: true),
                    request = table.Column<string>(type: "TEXT", nullable: true),
                    result_document_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    returned_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    returned_to = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_dossier", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    procedure = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_version = table.Column<string>(type: "TEXT", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    files = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_form",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_form", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "md_mandate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    replaces = table.Column<string>(type: "TEXT", nullable: true),
                    imported_by = table.Column<string>(type: "TEXT", nullable: false),
                    imported_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_md_mandate", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "md_provision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mandate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    citation = table.Column<string>(type: "TEXT", nullable: false),
                    display = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    heading = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    parent_citation = table.Column<string>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    is_duty = table.Column<bool>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_md_provision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_checkpoint",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    heads = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    file_hash = table.Column<string>(type: "TEXT", nullable: false),
                    signature = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_checkpoint", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "rg_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    register = table.Column<string>(type: "TEXT", nullable: false),
                    schema_version = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    holder_name = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rg_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rg_entry_version",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rg_entry_version", x => new { x.entry_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "rg_index",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reference = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rg_index", x => new { x.entry_id, x.field });
                });

            migrationBuilder.CreateIndex(
                name: "ix_dc_document_book_year_number",
                table: "dc_document",
                columns: new[] { "book", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dc_document_matter_id",
                table: "dc_document",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_dc_document_state_id",
                table: "dc_document",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dc_document_token",
                table: "dc_document",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_component_dossier_id",
                table: "ds_component",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_dossier_lookup_code",
                table: "ds_dossier",
                column: "lookup_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_dossier_procedure_id",
                table: "ds_dossier",
                columns: new[] { "procedure", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_draft_token_hash",
                table: "ds_draft",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_form_dossier_id",
                table: "ds_form",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_md_mandate_code",
                table: "md_mandate",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_md_provision_mandate_id_citation",
                table: "md_provision",
                columns: new[] { "mandate_id", "citation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_md_provision_unit_id",
                table: "md_provision",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_document_id",
                table: "rg_entry",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_holder_id",
                table: "rg_entry",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_register_number",
                table: "rg_entry",
                columns: new[] { "register", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_register_state_id",
                table: "rg_entry",
                columns: new[] { "register", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_rg_index_field_date",
                table: "rg_index",
                columns: new[] { "field", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_rg_index_field_number",
                table: "rg_index",
                columns: new[] { "field", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_rg_index_field_sort_key",
                table: "rg_index",
                columns: new[] { "field", "sort_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dc_document");

            migrationBuilder.DropTable(
                name: "dc_signing_ticket");

            migrationBuilder.DropTable(
                name: "ds_component");

            migrationBuilder.DropTable(
                name: "ds_dossier");

            migrationBuilder.DropTable(
                name: "ds_draft");

            migrationBuilder.DropTable(
                name: "ds_form");

            migrationBuilder.DropTable(
                name: "md_mandate");

            migrationBuilder.DropTable(
                name: "md_provision");

            migrationBuilder.DropTable(
                name: "pf_checkpoint");

            migrationBuilder.DropTable(
                name: "rg_entry");

            migrationBuilder.DropTable(
                name: "rg_entry_version");

            migrationBuilder.DropTable(
                name: "rg_index");

            migrationBuilder.DropColumn(
                name: "checkpointed",
                table: "pf_audit_head");
        }
    }
}
