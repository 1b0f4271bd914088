package kb;

/** Everything a caller may rely on. */
public interface WholeContract
        extends ApiContract,
                ChatContract,
                FiltersContract,
                ExplainContract,
                BadFiltersContract,
                FollowUpContract,
                TranscriptContract,
                FeedbackContract,
                RegenerateContract,
                PassageContract,
                IdentityContract,
                ShelfContract,
                ErasureContract,
                CoverageContract,
                PictureContract,
                RepeatContract,
                RepeatRaceContract,
                HttpContract,
                AccessContract,
                AdminContract,
                BrowserContract,
                PageContract,
                BadInputContract,
                BadUploadContract,
                AnnouncementContract,
                PresignedUploadContract,
                UploadLiesContract,
                OtherDoorsContract,
                OpenAiContract,
                McpContract,
                SpaDocumentsContract,
                SpaListsContract,
                SpaChatContract,
                SpaErrorsContract {
    @Override
    default Client as(String role) {
        return ApiContract.super.as(role);
    }
}
